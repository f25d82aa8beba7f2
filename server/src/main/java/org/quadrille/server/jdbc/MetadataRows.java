package org.quadrille.server.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.ColumnTypes;
import org.quadrille.cubes.sql.SqlColumn;
import org.quadrille.cubes.sql.SqlTable;

/** The rows that {@link DatabaseMetaData} gives for catalogs, schemas, tables and columns. */
final class MetadataRows {
  private final String connection;
  private final String catalog;
  private final List<SqlTable> tables;

  MetadataRows(String connection, String catalog, List<SqlTable> tables) {
    this.connection = connection;
    this.catalog = catalog;
    this.tables = tables;
  }

  Meta.MetaResultSet catalogs(int id) {
    List<Object> rows = new ArrayList<>();
    rows.add(new Object[] {catalog});
    return result(id, List.of("TABLE_CAT"), rows);
  }

  Meta.MetaResultSet schemas(int id, @Nullable String wantedCatalog, Meta.Pat schema) {
    List<Object> rows = new ArrayList<>();
    for (String name : List.of(SqlTable.CUBES, SqlTable.STAR)) {
      if (isHere(wantedCatalog) && matches(schema, name)) {
        rows.add(new Object[] {name, catalog});
      }
    }
    return result(id, List.of("TABLE_SCHEM", "TABLE_CATALOG"), rows);
  }

  Meta.MetaResultSet tableTypes(int id) {
    List<Object> rows = new ArrayList<>();
    rows.add(new Object[] {"TABLE"});
    rows.add(new Object[] {"VIEW"});
    return result(id, List.of("TABLE_TYPE"), rows);
  }

  Meta.MetaResultSet tables(
      int id,
      @Nullable String wantedCatalog,
      Meta.Pat schema,
      Meta.Pat name,
      @Nullable List<String> types) {
    List<Object> rows = new ArrayList<>();
    for (SqlTable table : tables) {
      String type = table.schema().equals(SqlTable.CUBES) ? "VIEW" : "TABLE";
      if (isHere(wantedCatalog)
          && matches(schema, table.schema())
          && matches(name, table.name())
          && (types == null || types.isEmpty() || types.contains(type))) {
        rows.add(
            new Object[] {
              catalog,
              table.schema(),
              table.name(),
              type,
              table.comment(),
              null,
              null,
              null,
              null,
              null
            });
      }
    }
    return result(
        id,
        List.of(
            "TABLE_CAT",
            "TABLE_SCHEM",
            "TABLE_NAME",
            "TABLE_TYPE",
            "REMARKS",
            "TYPE_CAT",
            "TYPE_SCHEM",
            "TYPE_NAME",
            "SELF_REFERENCING_COL_NAME",
            "REF_GENERATION"),
        rows);
  }

  Meta.MetaResultSet columns(
      int id, @Nullable String wantedCatalog, Meta.Pat schema, Meta.Pat table, Meta.Pat name) {
    List<Object> rows = new ArrayList<>();
    for (SqlTable each : tables) {
      if (!isHere(wantedCatalog)
          || !matches(schema, each.schema())
          || !matches(table, each.name())) {
        continue;
      }
      for (int i = 0; i < each.columns().size(); i++) {
        if (matches(name, each.columns().get(i).name())) {
          rows.add(column(each, i));
        }
      }
    }
    return result(id, COLUMN_COLUMNS, rows);
  }

  private static final List<String> COLUMN_COLUMNS =
      List.of(
          "TABLE_CAT",
          "TABLE_SCHEM",
          "TABLE_NAME",
          "COLUMN_NAME",
          "DATA_TYPE:int",
          "TYPE_NAME",
          "COLUMN_SIZE:int",
          "BUFFER_LENGTH:int",
          "DECIMAL_DIGITS:int",
          "NUM_PREC_RADIX:int",
          "NULLABLE:int",
          "REMARKS",
          "COLUMN_DEF",
          "SQL_DATA_TYPE:int",
          "SQL_DATETIME_SUB:int",
          "CHAR_OCTET_LENGTH:int",
          "ORDINAL_POSITION:int",
          "IS_NULLABLE",
          "SCOPE_CATALOG",
          "SCOPE_SCHEMA",
          "SCOPE_TABLE",
          "SOURCE_DATA_TYPE:int",
          "IS_AUTOINCREMENT",
          "IS_GENERATEDCOLUMN");

  private Object column(SqlTable table, int at) {
    SqlColumn column = table.columns().get(at);
    int type = ColumnTypes.known(column.jdbcType());
    String remark =
        table.measures().contains(column.name())
            ? "measure" + (column.comment() == null ? "" : ": " + column.comment())
            : column.comment();
    Object[] row = new Object[COLUMN_COLUMNS.size()];
    row[0] = catalog;
    row[1] = table.schema();
    row[2] = table.name();
    row[3] = column.name();
    row[4] = type;
    row[5] = ColumnTypes.name(type, column.precision(), column.scale());
    row[6] = column.precision() == 0 ? null : column.precision();
    row[8] = type == Types.DECIMAL ? column.scale() : null;
    row[9] = 10;
    row[10] = DatabaseMetaData.columnNullable;
    row[11] = remark;
    row[16] = at + 1;
    row[17] = "YES";
    row[22] = "NO";
    row[23] = "NO";
    return row;
  }

  Meta.MetaResultSet types(int id) {
    List<Object> rows = new ArrayList<>();
    for (int type :
        List.of(
            Types.BOOLEAN,
            Types.INTEGER,
            Types.BIGINT,
            Types.DECIMAL,
            Types.DOUBLE,
            Types.VARCHAR,
            Types.DATE,
            Types.TIMESTAMP)) {
      boolean text = type == Types.VARCHAR;
      Object[] row = new Object[18];
      row[0] = ColumnTypes.name(type, 38, 0).replace("(38, 0)", "");
      row[1] = type;
      row[2] = 38;
      row[3] = text ? "'" : null;
      row[4] = text ? "'" : null;
      row[6] = DatabaseMetaData.typeNullable;
      row[7] = text;
      row[8] = DatabaseMetaData.typeSearchable;
      row[9] = false;
      row[10] = false;
      row[11] = false;
      row[13] = 0;
      row[14] = type == Types.DECIMAL ? 38 : 0;
      row[17] = 10;
      rows.add(row);
    }
    return result(
        id,
        List.of(
            "TYPE_NAME",
            "DATA_TYPE:int",
            "PRECISION:int",
            "LITERAL_PREFIX",
            "LITERAL_SUFFIX",
            "CREATE_PARAMS",
            "NULLABLE:int",
            "CASE_SENSITIVE:boolean",
            "SEARCHABLE:int",
            "UNSIGNED_ATTRIBUTE:boolean",
            "FIXED_PREC_SCALE:boolean",
            "AUTO_INCREMENT:boolean",
            "LOCAL_TYPE_NAME",
            "MINIMUM_SCALE:int",
            "MAXIMUM_SCALE:int",
            "SQL_DATA_TYPE:int",
            "SQL_DATETIME_SUB:int",
            "NUM_PREC_RADIX:int"),
        rows);
  }

  private boolean isHere(@Nullable String wanted) {
    return wanted == null || wanted.isEmpty() || wanted.equalsIgnoreCase(catalog);
  }

  /** A pattern of JDBC: percent for any text, underscore for any character. */
  private static boolean matches(Meta.Pat pattern, String name) {
    if (pattern.s == null) {
      return true;
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.s.length(); i++) {
      char c = pattern.s.charAt(i);
      if (c == '\\' && i + 1 < pattern.s.length()) {
        i++;
        regex.append(Pattern.quote(String.valueOf(pattern.s.charAt(i))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(name)
        .matches();
  }

  private Meta.MetaResultSet result(int id, List<String> names, List<Object> rows) {
    List<SqlColumn> columns = new ArrayList<>();
    for (String each : names) {
      List<String> parts = Arrays.asList(each.split(":", 2));
      int type =
          parts.size() == 1
              ? Types.VARCHAR
              : parts.get(1).equals("int") ? Types.INTEGER : Types.BOOLEAN;
      columns.add(new SqlColumn(parts.get(0), ColumnTypes.name(type, 0, 0), type, 0, 0, null));
    }
    return Meta.MetaResultSet.create(
        connection,
        id,
        true,
        Signatures.of("", columns, List.of()),
        Meta.Frame.create(0, true, rows));
  }
}
