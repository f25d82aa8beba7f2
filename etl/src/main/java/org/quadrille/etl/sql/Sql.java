package org.quadrille.etl.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs statements on one DuckDB connection and leaves nothing open. Not safe for use by several
 * threads.
 */
public final class Sql {
  private final Connection connection;

  public Sql(Connection connection) {
    this.connection = connection;
  }

  /** Makes one value from the row on which a result stands. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public Connection connection() {
    return connection;
  }

  /** Runs a statement and returns how many rows it changed (0 where that makes no sense). */
  public long run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n  in: " + sql, e.getSQLState(), e);
    }
  }

  /** All rows of a query; for small results. */
  public <T> List<T> list(String sql, RowReader<T> reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(reader.read(rows));
      }
      return result;
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n  in: " + sql, e.getSQLState(), e);
    }
  }

  /** The number in the first column of the only row; null counts as 0. */
  public long number(String sql) throws SQLException {
    List<Long> rows = list(sql, row -> row.getLong(1));
    if (rows.size() != 1) {
      throw new SQLException(rows.size() + " rows instead of one for: " + sql);
    }
    return rows.get(0);
  }

  /** A name as SQL writes it: in double quotes. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as SQL writes it: in single quotes. */
  public static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
