package org.quadrille.cubes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is served is locked, also against statements that no one should get through. */
class LockedDatabaseTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from read_csv('FILE')",
        "select * from 'FILE'",
        "copy (select 1) to 'FILE.out'",
        "attach 'FILE.duckdb' as other",
        "set threads = 1",
        "set enable_external_access = true",
        "reset lock_configuration",
        "install httpfs",
        "load httpfs",
        "export database 'FILE.d'",
      })
  void filesAndSettingsAreOutOfReach(String sql) throws Exception {
    Path file = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
    try (Database database = new Database("jdbc:duckdb:" + folder.resolve("d"), null, null);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql.replace("FILE", file.toString())))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void anotherOpenerFindsItLockedAndReads() throws SQLException {
    String url = "jdbc:duckdb:" + folder.resolve("d");
    try (Database first = new Database(url, null, null);
        Database second = new Database(url, null, null);
        Connection one = first.connect();
        Connection two = second.connect();
        Statement statement = two.createStatement();
        ResultSet rows = statement.executeQuery("select 1")) {
      assertThat(one.isClosed()).isFalse();
      assertThat(rows.next()).isTrue();
    }
  }
}
