package org.quadrille.etl.source;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.sql.Sql;

/** The temporary table in which a load collects its rejected rows. */
public final class RejectTable {
  /** Its name. */
  public static final String NAME = "rejected";

  private final Sql sql;

  private RejectTable(Sql sql) {
    this.sql = sql;
  }

  /** Makes the table. */
  public static RejectTable create(Sql sql) throws SQLException {
    sql.run(
        "CREATE TEMP TABLE "
            + NAME
            + " (source VARCHAR, target VARCHAR, file VARCHAR, line BIGINT, column_name VARCHAR,"
            + " code VARCHAR, message VARCHAR, raw VARCHAR)");
    return new RejectTable(sql);
  }

  /** Opens the table for the rows of one source that cannot be read. */
  Writer writer(String source) throws SQLException {
    return new Writer(
        source,
        sql.connection().unwrap(DuckDBConnection.class).createAppender("temp", "main", NAME));
  }

  /** Rejected rows of a source in a target; target null for those that could not be read. */
  public long count(String source, @Nullable String target) throws SQLException {
    return sql.number(
        "SELECT count(*) FROM "
            + NAME
            + " WHERE source = "
            + Sql.text(source)
            + " AND target IS NOT DISTINCT FROM "
            + (target == null ? "NULL" : Sql.text(target)));
  }

  /** Adds rows while a source is read. */
  static final class Writer implements AutoCloseable {
    private final String source;
    private final DuckDBAppender appender;
    private long count;

    private Writer(String source, DuckDBAppender appender) {
      this.source = source;
      this.appender = appender;
    }

    void add(
        String file, long line, @Nullable String column, String code, String message, String raw)
        throws SQLException {
      count++;
      appender
          .beginRow()
          .append(source)
          .append((String) null)
          .append(file)
          .append(line)
          .append(column)
          .append(code)
          .append(message)
          .append(raw)
          .endRow();
    }

    long count() {
      return count;
    }

    @Override
    public void close() throws SQLException {
      appender.close();
    }
  }
}
