package org.quadrille.cubes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TableCatalogTest {
  private static final String USUAL =
      "create table kinds (a boolean, b tinyint, c smallint, d integer not null, e bigint, f float,"
          + " g double, h decimal(10, 2), i varchar, j date, k timestamp, l hugeint, m time,"
          + " n utinyint, o usmallint, p uinteger, q ubigint, r timestamp with time zone)";

  @Test
  void duckDbsOwnCatalogEqualsTheMetadata() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(USUAL);
      statement.execute("create schema other");
      statement.execute("create table other.kinds (z decimal(38, 9))");
      statement.execute("create view other.seen as select a, h * 2 as twice from main.kinds");
      assertThat(DuckDbTables.read(connection)).isNotNull();
      assertThat(DuckDbTables.read(connection).tables())
          .hasSize(3)
          .containsExactlyInAnyOrderElementsOf(TableCatalog.readMetaData(connection).tables());
    }
  }

  @Test
  void unusualTypesAreLeftToTheMetadata() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("create table lists (names varchar[])");
      assertThat(DuckDbTables.read(connection)).isNull();
      assertThat(TableCatalog.read(connection).find(null, "LISTS")).isNotNull();
    }
  }
}
