package org.quadrille.etl.load;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.report.LoadReport;
import org.quadrille.etl.report.Outcome;
import org.quadrille.etl.report.RowCount;
import org.quadrille.etl.sql.Sql;

/** One load, from staging to commit. */
final class LoadRun {
  private final Job job;
  private final Path star;
  private final Sql sql;
  private final LoadProgress progress;
  private final Clock clock;
  private final LoadLog log;
  private final List<RowCount> counts = new ArrayList<>();

  LoadRun(Job job, Path folder, Path star, Sql sql, LoadProgress progress, Clock clock) {
    this.job = job;
    this.star = star;
    this.sql = sql;
    this.progress = progress;
    this.clock = clock;
    this.log = new LoadLog(sql);
  }

  LoadReport run() throws SQLException {
    Instant started = clock.instant();
    Optional<LoadLog.Past> last = log.last();
    sql.run("BEGIN");
    try {
      LoadReport report = inTransaction(started, last);
      sql.run("COMMIT");
      return report;
    } catch (SQLException | RuntimeException e) {
      sql.run("ROLLBACK");
      throw e;
    }
  }

  private LoadReport inTransaction(Instant started, Optional<LoadLog.Past> last)
      throws SQLException {
    log.createTables();
    boolean changed = copyTables();
    Outcome outcome = changed ? Outcome.LOADED : Outcome.UNCHANGED;
    long before = last.map(LoadLog.Past::dataVersion).orElse(0L);
    LoadLog.Past load =
        new LoadLog.Past(
            last.map(LoadLog.Past::loadId).orElse(0L) + 1, changed ? before + 1 : before, null);
    Instant finished = clock.instant();
    log.write(load, job.name(), outcome, started, finished, counts);
    return new LoadReport(
        job.name(),
        star,
        outcome,
        load.loadId(),
        load.dataVersion(),
        Duration.between(started, finished),
        counts,
        log.rejects(load.loadId()));
  }

  private boolean copyTables() throws SQLException {
    if (job.tables().isEmpty()) {
      return false;
    }
    progress.begin("copy tables");
    boolean changed = false;
    long rows = 0;
    for (TableCopier.Copied copied : new TableCopier(job.tables().get(), sql).run()) {
      counts.add(new RowCount(copied.table(), null, copied.rows(), copied.rows(), 0));
      counts.add(new RowCount(copied.table(), copied.table(), copied.rows(), copied.rows(), 0));
      changed |= copied.changed();
      rows += copied.rows();
      progress.rows(rows);
    }
    progress.end(rows);
    return changed;
  }
}
