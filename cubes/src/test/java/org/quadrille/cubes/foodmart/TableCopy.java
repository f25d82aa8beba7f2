package org.quadrille.cubes.foodmart;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Copies the tables of one database into an empty DuckDB database, names and types kept. */
final class TableCopy {
  private final Connection source;
  private final DuckDBConnection copy;

  TableCopy(Connection source, Connection copy) throws SQLException {
    this.source = source;
    this.copy = copy.unwrap(DuckDBConnection.class);
  }

  void copyAll(String schema) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        source.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    for (String table : tables) {
      copy(schema, table);
    }
  }

  private void copy(String schema, String table) throws SQLException {
    try (Statement reading = source.createStatement();
        ResultSet rows =
            reading.executeQuery("select * from \"" + schema + "\".\"" + table + "\"")) {
      ResultSetMetaData columns = rows.getMetaData();
      create(table, columns);
      try (DuckDBAppender appender = copy.createAppender("main", table)) {
        while (rows.next()) {
          appender.beginRow();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            append(appender, columns.getColumnType(i), rows.getObject(i));
          }
          appender.endRow();
        }
      }
    }
  }

  private void create(String table, ResultSetMetaData columns) throws SQLException {
    StringBuilder sql = new StringBuilder("create table \"" + table + "\" (");
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      sql.append(i == 1 ? "" : ", ").append('"').append(columns.getColumnName(i)).append("\" ");
      sql.append(type(columns, i));
    }
    try (Statement statement = copy.createStatement()) {
      statement.execute(sql.append(')').toString());
    }
  }

  private static String type(ResultSetMetaData columns, int i) throws SQLException {
    return switch (columns.getColumnType(i)) {
      case Types.SMALLINT -> "smallint";
      case Types.INTEGER -> "integer";
      case Types.BIGINT -> "bigint";
      case Types.DOUBLE, Types.FLOAT -> "double";
      case Types.DECIMAL, Types.NUMERIC ->
          "decimal(" + columns.getPrecision(i) + "," + columns.getScale(i) + ")";
      case Types.VARCHAR -> "varchar";
      case Types.BOOLEAN -> "boolean";
      case Types.DATE -> "date";
      case Types.TIMESTAMP -> "timestamp";
      default -> throw new IllegalStateException(columns.getColumnTypeName(i));
    };
  }

  private static void append(DuckDBAppender appender, int type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof Integer number && type == Types.SMALLINT) {
      appender.append(number.shortValue());
    } else if (value instanceof Integer number) {
      appender.append(number);
    } else if (value instanceof Long number) {
      appender.append(number);
    } else if (value instanceof Double number) {
      appender.append(number);
    } else if (value instanceof BigDecimal number) {
      appender.append(number);
    } else if (value instanceof Boolean flag) {
      appender.append(flag);
    } else if (value instanceof Date date) {
      appender.append(date.toLocalDate());
    } else if (value instanceof Timestamp time) {
      appender.append(time.toLocalDateTime());
    } else {
      appender.append(value.toString());
    }
  }
}
