package org.quadrille.etl.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.quadrille.etl.sql.Sql;

/**
 * Streams the rows of a query on any database into a DuckDB table with columns of the same types.
 */
public final class JdbcRows {
  private static final int FETCH_SIZE = 10_000;

  private final Connection from;

  public JdbcRows(Connection from) {
    this.from = from;
  }

  /**
   * Makes a temporary table and fills it.
   *
   * @param names turns a column's name into the name that it gets
   * @param numbered whether the columns of a staged table follow that say where a row was
   * @return the number of rows
   */
  public long copy(String query, Sql to, String table, NameRule names, boolean numbered)
      throws SQLException {
    try (Statement statement = from.createStatement()) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery(query)) {
        List<JdbcColumn> columns = columns(rows);
        String list =
            columns.stream()
                .map(column -> Sql.name(names.apply(column.name())) + " " + column.type())
                .collect(Collectors.joining(", "));
        to.run(
            "CREATE TEMP TABLE "
                + Sql.name(table)
                + " ("
                + list
                + (numbered ? ", " + StageTable.PLACE_COLUMNS : "")
                + ")");
        return append(rows, columns, to, table, numbered);
      }
    }
  }

  /** What a copied column is called. */
  @FunctionalInterface
  public interface NameRule {
    String apply(String name);
  }

  static List<JdbcColumn> columns(ResultSet rows) throws SQLException {
    List<JdbcColumn> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      columns.add(JdbcColumn.of(rows.getMetaData(), i));
    }
    return columns;
  }

  private static long append(
      ResultSet rows, List<JdbcColumn> columns, Sql to, String table, boolean numbered)
      throws SQLException {
    long count = 0;
    JdbcColumn[] array = columns.toArray(new JdbcColumn[0]);
    DuckDBConnection duckdb = to.connection().unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = duckdb.createAppender("temp", "main", table)) {
      while (rows.next()) {
        count++;
        appender.beginRow();
        for (int i = 0; i < array.length; i++) {
          array[i].transfer().move(rows, i + 1, appender);
        }
        if (numbered) {
          appender.append(0).append(count).append(count);
        }
        appender.endRow();
      }
    }
    return count;
  }
}
