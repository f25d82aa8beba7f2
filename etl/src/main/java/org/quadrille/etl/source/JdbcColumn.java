package org.quadrille.etl.source;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.duckdb.DuckDBAppender;
import org.quadrille.etl.LoadException;

/**
 * A column of a JDBC result: its DuckDB type, and how a value goes from one to the other.
 *
 * @param name as the result names it
 * @param type a DuckDB type
 */
record JdbcColumn(String name, String type, Transfer transfer) {
  private static final int MAX_PRECISION = 38;

  /** Moves the value of column {@code index} (from 1) of the current row into the appender. */
  @FunctionalInterface
  interface Transfer {
    void move(ResultSet row, int index, DuckDBAppender to) throws SQLException;
  }

  JdbcColumn {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(transfer, "transfer is null");
  }

  /**
   * Column {@code index} (from 1) of a result.
   *
   * @throws LoadException where the type has no faithful counterpart
   */
  static JdbcColumn of(ResultSetMetaData data, int index) throws SQLException {
    String name = data.getColumnLabel(index);
    switch (data.getColumnType(index)) {
      case Types.BIT, Types.BOOLEAN:
        return new JdbcColumn(name, "BOOLEAN", JdbcColumn::moveBoolean);
      case Types.TINYINT, Types.SMALLINT:
        return new JdbcColumn(name, "SMALLINT", JdbcColumn::moveShort);
      case Types.INTEGER:
        return new JdbcColumn(name, "INTEGER", JdbcColumn::moveInt);
      case Types.BIGINT:
        return new JdbcColumn(name, "BIGINT", JdbcColumn::moveLong);
      case Types.REAL, Types.FLOAT, Types.DOUBLE:
        return new JdbcColumn(name, "DOUBLE", JdbcColumn::moveDouble);
      case Types.DECIMAL, Types.NUMERIC:
        return decimal(name, data.getPrecision(index), data.getScale(index));
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB:
      case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.NCLOB:
        return new JdbcColumn(name, "VARCHAR", (row, i, to) -> to.append(row.getString(i)));
      case Types.DATE:
        return new JdbcColumn(
            name, "DATE", (row, i, to) -> to.append(row.getObject(i, LocalDate.class)));
      case Types.TIME:
        return new JdbcColumn(
            name, "TIME", (row, i, to) -> to.append(row.getObject(i, LocalTime.class)));
      case Types.TIMESTAMP:
        return new JdbcColumn(
            name, "TIMESTAMP", (row, i, to) -> to.append(row.getObject(i, LocalDateTime.class)));
      case Types.TIMESTAMP_WITH_TIMEZONE:
        return new JdbcColumn(
            name,
            "TIMESTAMP WITH TIME ZONE",
            (row, i, to) -> to.append(row.getObject(i, OffsetDateTime.class)));
      default:
        throw new LoadException(
            "column "
                + name
                + " has the type "
                + data.getColumnTypeName(index)
                + ", which cannot be kept as it is; leave its table out or cast it in a query");
    }
  }

  private static JdbcColumn decimal(String name, int precision, int scale) {
    if (precision > MAX_PRECISION || scale < 0 || scale > MAX_PRECISION) {
      throw new LoadException(
          "column "
              + name
              + " is a DECIMAL with "
              + precision
              + " digits and scale "
              + scale
              + "; at most 38 digits can be kept: cast it in a query");
    }
    // Some databases report precision 0 for a number without declared limits.
    int digits = precision == 0 ? MAX_PRECISION : precision;
    return new JdbcColumn(
        name,
        "DECIMAL(" + digits + "," + scale + ")",
        (row, i, to) -> {
          BigDecimal value = row.getBigDecimal(i);
          to.append(value == null ? null : value.setScale(scale, RoundingMode.UNNECESSARY));
        });
  }

  private static void moveBoolean(ResultSet row, int i, DuckDBAppender to) throws SQLException {
    boolean value = row.getBoolean(i);
    to.append(row.wasNull() ? null : Boolean.valueOf(value));
  }

  private static void moveShort(ResultSet row, int i, DuckDBAppender to) throws SQLException {
    short value = row.getShort(i);
    to.append(row.wasNull() ? null : Short.valueOf(value));
  }

  private static void moveInt(ResultSet row, int i, DuckDBAppender to) throws SQLException {
    int value = row.getInt(i);
    to.append(row.wasNull() ? null : Integer.valueOf(value));
  }

  private static void moveLong(ResultSet row, int i, DuckDBAppender to) throws SQLException {
    long value = row.getLong(i);
    to.append(row.wasNull() ? null : Long.valueOf(value));
  }

  private static void moveDouble(ResultSet row, int i, DuckDBAppender to) throws SQLException {
    double value = row.getDouble(i);
    to.append(row.wasNull() ? null : Double.valueOf(value));
  }
}
