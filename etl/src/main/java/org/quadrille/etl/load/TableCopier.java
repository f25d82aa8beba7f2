package org.quadrille.etl.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.TableCopy;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.source.JdbcRows;
import org.quadrille.etl.sql.Sql;

/**
 * Copies the tables of a database into the star; those that are the same already stay untouched.
 */
final class TableCopier {
  private static final Set<String> SYSTEM_SCHEMAS =
      Set.of("INFORMATION_SCHEMA", "SYSTEM_LOBS", "PG_CATALOG", "SYS", "MYSQL");
  private static final String STAGED = "copied_table";

  private final TableCopy copy;
  private final Sql sql;

  TableCopier(TableCopy copy, Sql sql) {
    this.copy = copy;
    this.sql = sql;
  }

  /** A table that was copied; {@code changed} is false where the star held just these rows. */
  record Copied(String table, long rows, boolean changed) {}

  /** Copies all tables, inside the transaction of the caller. */
  List<Copied> run(LoadProgress progress) throws SQLException {
    try (Connection from = open()) {
      List<Copied> result = new ArrayList<>();
      long rows = 0;
      for (Table table : tables(from)) {
        Copied copied = copy(from, table);
        result.add(copied);
        rows += copied.rows();
        progress.rows(rows);
      }
      return result;
    }
  }

  private record Table(@Nullable String schema, String name, String quoted) {}

  private Connection open() {
    try {
      return copy.address().open();
    } catch (SQLException e) {
      throw copy.place().refuse(copy.address() + " cannot be opened: " + e.getMessage());
    }
  }

  private List<Table> tables(Connection from) throws SQLException {
    String quote = from.getMetaData().getIdentifierQuoteString();
    List<Table> tables = new ArrayList<>();
    try (ResultSet rows =
        from.getMetaData().getTables(null, copy.schema(), null, new String[] {"TABLE"})) {
      while (rows.next()) {
        String schema = rows.getString("TABLE_SCHEM");
        String name = rows.getString("TABLE_NAME");
        if (copy.covers(name) && (copy.schema() != null || !isSystem(schema))) {
          String prefix = schema == null ? "" : quote + schema + quote + ".";
          tables.add(new Table(schema, name, prefix + quote + name + quote));
        }
      }
    }
    if (tables.isEmpty()) {
      throw copy.place()
          .refuse(
              copy.address()
                  + " has no table that fits"
                  + (copy.schema() == null ? "" : " in schema " + copy.schema())
                  + "; look at schema, include and exclude");
    }
    return tables;
  }

  private static boolean isSystem(@Nullable String schema) {
    return schema != null && SYSTEM_SCHEMAS.contains(schema.toUpperCase(Locale.ROOT));
  }

  private Copied copy(Connection from, Table table) throws SQLException {
    long rows;
    try {
      rows =
          new JdbcRows(from)
              .copy("SELECT * FROM " + table.quoted(), sql, STAGED, copy.names()::apply, false);
    } catch (LoadException e) {
      throw copy.place().refuse("table " + table.name() + ": " + e.getMessage());
    }
    String target = copy.names().apply(table.name());
    String inStar = Workspace.STAR + ".main." + Sql.name(target);
    boolean changed = !same(target, inStar);
    if (changed) {
      sql.run("CREATE OR REPLACE TABLE " + inStar + " AS FROM " + STAGED);
    }
    sql.run("DROP TABLE " + STAGED);
    return new Copied(target, rows, changed);
  }

  /** Whether the star's table has the same columns and, counted with repetition, the same rows. */
  private boolean same(String target, String inStar) throws SQLException {
    String columns =
        "SELECT column_name || ' ' || data_type FROM duckdb_columns() WHERE database_name = %s"
            + " AND table_name = %s AND schema_name = 'main' ORDER BY column_index";
    List<String> there =
        sql.list(
            columns.formatted(Sql.text(Workspace.STAR), Sql.text(target)), row -> row.getString(1));
    List<String> here =
        sql.list(columns.formatted("'temp'", Sql.text(STAGED)), row -> row.getString(1));
    if (!here.equals(there)) {
      return false;
    }
    String difference = "SELECT count(*) FROM (FROM %s EXCEPT ALL FROM %s)";
    return sql.number(difference.formatted(STAGED, inStar)) == 0
        && sql.number(difference.formatted(inStar, STAGED)) == 0;
  }
}
