package org.quadrille.cubes.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The tables and views of a database with their columns. */
public final class TableCatalog {
  private final List<TableInfo> tables;
  private final Map<String, TableInfo> byName = new LinkedHashMap<>();

  /**
   * A column.
   *
   * @param jdbcType of {@link Types}
   */
  public record ColumnInfo(String name, int jdbcType, int precision, int scale, boolean nullable) {}

  /** A table or view. */
  public record TableInfo(String schema, String name, List<ColumnInfo> columns) {
    public TableInfo {
      columns = List.copyOf(columns);
    }

    /** The index of a column without regard to case, -1 where there is none. */
    public int indexOf(String column) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equalsIgnoreCase(column)) {
          return i;
        }
      }
      return -1;
    }
  }

  private TableCatalog(List<TableInfo> tables) {
    this.tables = List.copyOf(tables);
    for (TableInfo table : tables) {
      byName.putIfAbsent(table.name().toLowerCase(Locale.ROOT), table);
      byName.put(key(table.schema(), table.name()), table);
    }
  }

  private static String key(String schema, String name) {
    return schema.toLowerCase(Locale.ROOT) + "." + name.toLowerCase(Locale.ROOT);
  }

  /** All tables and views. */
  public List<TableInfo> tables() {
    return tables;
  }

  /** The table of that name without regard to case, null where there is none. */
  public @Nullable TableInfo find(@Nullable String schema, String name) {
    return byName.get(schema == null ? name.toLowerCase(Locale.ROOT) : key(schema, name));
  }

  /** Reads the tables of the connection's database. */
  static TableCatalog read(Connection connection) throws SQLException {
    TableCatalog known =
        connection.isWrapperFor(DuckDBConnection.class) ? DuckDbTables.read(connection) : null;
    return known == null ? readMetaData(connection) : known;
  }

  static TableCatalog readMetaData(Connection connection) throws SQLException {
    Collector tables = new Collector();
    DatabaseMetaData metaData = connection.getMetaData();
    try (ResultSet rows = metaData.getColumns(connection.getCatalog(), null, "%", "%")) {
      while (rows.next()) {
        String schema = rows.getString("TABLE_SCHEM");
        if (!isSystem(schema)) {
          tables.add(
              schema == null ? "" : schema,
              rows.getString("TABLE_NAME"),
              new ColumnInfo(
                  rows.getString("COLUMN_NAME"),
                  rows.getInt("DATA_TYPE"),
                  rows.getInt("COLUMN_SIZE"),
                  rows.getInt("DECIMAL_DIGITS"),
                  rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls));
        }
      }
    }
    return tables.catalog();
  }

  /** Columns as they come, table by table. */
  static final class Collector {
    private final Map<String, List<ColumnInfo>> columns = new LinkedHashMap<>();
    private final Map<String, TableInfo> heads = new LinkedHashMap<>();

    void add(String schema, String table, ColumnInfo column) {
      String key = key(schema, table);
      heads.putIfAbsent(key, new TableInfo(schema, table, List.of()));
      columns.computeIfAbsent(key, k -> new ArrayList<>()).add(column);
    }

    TableCatalog catalog() {
      List<TableInfo> tables = new ArrayList<>();
      heads.forEach(
          (key, head) ->
              tables.add(
                  new TableInfo(head.schema(), head.name(), columns.getOrDefault(key, List.of()))));
      return new TableCatalog(tables);
    }
  }

  private static boolean isSystem(@Nullable String schema) {
    return schema != null
        && (schema.equalsIgnoreCase("information_schema") || schema.startsWith("pg_"));
  }
}
