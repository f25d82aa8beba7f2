package org.quadrille.etl.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quadrille.etl.job.ClassSnapshot;
import org.quadrille.etl.job.DateDimension;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.job.Source;
import org.quadrille.etl.job.Target;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.report.LoadReport;
import org.quadrille.etl.report.Outcome;
import org.quadrille.etl.report.RowCount;
import org.quadrille.etl.source.RejectTable;
import org.quadrille.etl.source.Staged;
import org.quadrille.etl.source.Staged.StagedColumn;
import org.quadrille.etl.source.Stager;
import org.quadrille.etl.sql.Sql;

/** One load, from staging to commit. */
final class LoadRun {
  private final Job job;
  private final Path folder;
  private final Path star;
  private final Sql sql;
  private final LoadProgress progress;
  private final Clock clock;
  private final LoadLog log;
  private final Map<String, Staged> staged = new LinkedHashMap<>();
  private final List<RowCount> counts = new ArrayList<>();

  LoadRun(Job job, Path folder, Path star, Sql sql, LoadProgress progress, Clock clock) {
    this.job = job;
    this.folder = folder;
    this.star = star;
    this.sql = sql;
    this.progress = progress;
    this.clock = clock;
    this.log = new LoadLog(sql);
  }

  LoadReport run() throws SQLException, IOException {
    Instant started = clock.instant();
    Map<String, Stager> stagers = new LinkedHashMap<>();
    Map<String, List<StagedColumn>> columns = new LinkedHashMap<>();
    for (Source source : job.sources().values()) {
      Stager stager = Stager.of(source, folder, sql);
      stagers.put(source.name(), stager);
      columns.put(source.name(), stager.columns());
    }
    SourceColumns sourceColumns = new SourceColumns(columns);
    sourceColumns.check(job);

    Optional<LoadLog.Past> last = log.last();
    Optional<String> hash =
        ContentHash.of(job, stagers.values().stream().map(Stager::files).toList());
    if (hash.isPresent() && last.isPresent() && hash.get().equals(last.get().contentHash())) {
      return unchanged(started, last);
    }
    RejectTable rejects = RejectTable.create(sql);
    stage(stagers, rejects);
    return transact(started, last, hash, new Steps(sourceColumns, rejects));
  }

  private record Steps(SourceColumns columns, RejectTable rejects) {}

  private void stage(Map<String, Stager> stagers, RejectTable rejects)
      throws SQLException, IOException {
    for (Map.Entry<String, Stager> entry : stagers.entrySet()) {
      progress.begin("read " + entry.getKey());
      Staged result = entry.getValue().stage("staged_" + staged.size(), rejects, progress);
      progress.end(result.rows());
      staged.put(entry.getKey(), result);
      counts.add(
          new RowCount(
              result.name(),
              null,
              result.rows() + result.rejected(),
              result.rows(),
              result.rejected()));
    }
  }

  private LoadReport transact(
      Instant started, Optional<LoadLog.Past> last, Optional<String> hash, Steps steps)
      throws SQLException {
    sql.run("BEGIN");
    boolean committed = false;
    try {
      log.createTables();
      boolean changed = fillDates();
      changed |= fillTargets(steps);
      changed |= fillClasses();
      changed |= copyTables();
      if (!changed && last.isPresent() && log.hasRejects(last.get().loadId(), RejectTable.NAME)) {
        return unchanged(started, last);
      }
      LoadReport report = finish(started, last, hash, changed);
      progress.begin("commit");
      sql.run("COMMIT");
      committed = true;
      progress.end(0);
      return report;
    } finally {
      if (!committed) {
        sql.run("ROLLBACK");
      }
    }
  }

  private boolean fillDates() throws SQLException {
    boolean changed = false;
    for (DateDimension dates : job.dates().values()) {
      progress.begin("load " + dates.name());
      changed |= new DateTable(dates, sql).fill();
      progress.end(sql.number("SELECT count(*) FROM " + StarTable.qualified(dates.table())));
    }
    return changed;
  }

  private boolean fillTargets(Steps steps) throws SQLException {
    TargetLoad load =
        new TargetLoad(job, staged, steps.columns(), steps.rejects(), LocalDate.now(clock), sql);
    List<Target> targets = new ArrayList<>(job.dimensions());
    targets.addAll(job.facts());
    boolean changed = false;
    for (Target target : targets) {
      progress.begin("load " + target.name());
      TargetLoad.Result result = load.load(target);
      changed |= result.changed();
      counts.addAll(result.counts());
      progress.end(result.counts().get(0).loaded());
    }
    return changed;
  }

  private boolean fillClasses() throws SQLException {
    boolean changed = false;
    for (ClassSnapshot classes : job.classes()) {
      progress.begin("class " + classes.name());
      changed |= new ClassTable(classes, job, sql).fill();
      progress.end(sql.number("SELECT count(*) FROM " + StarTable.qualified(classes.table())));
    }
    return changed;
  }

  private boolean copyTables() throws SQLException {
    if (job.tables().isEmpty()) {
      return false;
    }
    progress.begin("copy tables");
    boolean changed = false;
    long rows = 0;
    for (TableCopier.Copied copied : new TableCopier(job.tables().get(), sql).run(progress)) {
      counts.add(new RowCount(copied.table(), null, copied.rows(), copied.rows(), 0));
      counts.add(new RowCount(copied.table(), copied.table(), copied.rows(), copied.rows(), 0));
      changed |= copied.changed();
      rows += copied.rows();
    }
    progress.end(rows);
    return changed;
  }

  private LoadReport finish(
      Instant started, Optional<LoadLog.Past> last, Optional<String> hash, boolean changed)
      throws SQLException {
    boolean rejected = counts.stream().anyMatch(count -> count.rejected() > 0);
    Outcome outcome =
        !changed ? Outcome.UNCHANGED : rejected ? Outcome.LOADED_WITH_REJECTS : Outcome.LOADED;
    long before = last.map(LoadLog.Past::dataVersion).orElse(0L);
    LoadLog.Past load =
        new LoadLog.Past(
            last.map(LoadLog.Past::loadId).orElse(0L) + 1,
            changed ? before + 1 : before,
            hash.orElse(null));
    if (!job.sources().isEmpty()) {
      log.writeRejects(load.loadId(), RejectTable.NAME);
    }
    log.write(load, job.name(), outcome, started, clock.instant(), counts);
    return report(started, outcome, load, counts);
  }

  /** The star holds all this; the report repeats what the last load counted. */
  private LoadReport unchanged(Instant started, Optional<LoadLog.Past> last) throws SQLException {
    LoadLog.Past load = last.orElseThrow();
    return report(started, Outcome.UNCHANGED, load, log.counts(load.loadId()));
  }

  private LoadReport report(Instant started, Outcome outcome, LoadLog.Past load, List<RowCount> all)
      throws SQLException {
    return new LoadReport(
        job.name(),
        star,
        outcome,
        load.loadId(),
        load.dataVersion(),
        Duration.between(started, clock.instant()),
        all,
        log.rejects(load.loadId()));
  }
}
