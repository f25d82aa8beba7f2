package org.quadrille.etl.source;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.sql.Sql;

/** A temporary table of texts that is filled by an appender. */
final class StageTable implements AutoCloseable {
  /** The columns that say where a row was. */
  static final String PLACE_COLUMNS = "_file INTEGER, _line BIGINT, _row BIGINT";

  private static final int REPORT_EVERY = 20_000;

  private final DuckDBAppender appender;
  private final int width;
  private final LoadProgress progress;
  private long rows;

  private StageTable(DuckDBAppender appender, int width, LoadProgress progress) {
    this.appender = appender;
    this.width = width;
    this.progress = progress;
  }

  static StageTable create(Sql sql, String table, List<String> columns, LoadProgress progress)
      throws SQLException {
    String list =
        columns.stream().map(name -> Sql.name(name) + " VARCHAR, ").collect(Collectors.joining());
    sql.run("CREATE TEMP TABLE " + Sql.name(table) + " (" + list + PLACE_COLUMNS + ")");
    DuckDBConnection connection = sql.connection().unwrap(DuckDBConnection.class);
    return new StageTable(
        connection.createAppender("temp", "main", table), columns.size(), progress);
  }

  void add(@Nullable String[] values, int file, long line) throws SQLException {
    appender.beginRow();
    for (int i = 0; i < width; i++) {
      appender.append(values[i]);
    }
    rows++;
    appender.append(file).append(line).append(rows).endRow();
    if (rows % REPORT_EVERY == 0) {
      progress.rows(rows);
    }
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws SQLException {
    appender.close();
  }
}
