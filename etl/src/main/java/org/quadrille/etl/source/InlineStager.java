package org.quadrille.etl.source;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.job.Source;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.sql.Sql;

/** Stages rows that stand in the job itself. */
final class InlineStager implements Stager {
  private final Source.Inline source;
  private final Sql sql;

  InlineStager(Source.Inline source, Sql sql) {
    this.source = source;
    this.sql = sql;
  }

  @Override
  public List<Path> files() {
    return List.of();
  }

  @Override
  public List<StagedColumn> columns() {
    return source.columns().stream().map(name -> new StagedColumn(name, "VARCHAR")).toList();
  }

  @Override
  public Staged stage(String table, RejectTable rejects, LoadProgress progress)
      throws SQLException {
    try (StageTable rows = StageTable.create(sql, table, source.columns(), progress)) {
      long line = 0;
      for (List<@Nullable String> row : source.rows()) {
        line++;
        rows.add(row.toArray(new String[0]), 0, line);
      }
      return new Staged(
          source.name(), table, columns(), List.of(source.place().file()), rows.rows(), 0);
    }
  }
}
