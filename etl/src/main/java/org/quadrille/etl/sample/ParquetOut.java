package org.quadrille.etl.sample;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Collects rows in a DuckDB of its own in memory and writes them as a Parquet file. */
final class ParquetOut implements AutoCloseable {
  private final DuckDBConnection connection;
  private final DuckDBAppender appender;
  private long rows;

  /** Columns as in CREATE TABLE. */
  ParquetOut(String columns) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
    try (Statement statement = connection.createStatement()) {
      // several threads would write the row groups in an order that changes from run to run
      statement.execute("SET threads = 1");
      statement.execute("CREATE TABLE out (" + columns + ")");
    }
    appender = connection.createAppender("out");
  }

  /** Adds a row of texts, dates, decimals and whole numbers. */
  void row(Object... values) throws SQLException {
    appender.beginRow();
    for (Object value : values) {
      if (value instanceof Integer number) {
        appender.append(number.intValue());
      } else if (value instanceof BigDecimal decimal) {
        appender.append(decimal);
      } else if (value instanceof LocalDate date) {
        appender.append(date);
      } else {
        appender.append(value.toString());
      }
    }
    appender.endRow();
    rows++;
  }

  void copyTo(Path file) throws SQLException {
    appender.close();
    String quoted = file.toString().replace("'", "''");
    try (Statement statement = connection.createStatement()) {
      statement.execute("COPY out TO '" + quoted + "' (FORMAT parquet)");
    }
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
