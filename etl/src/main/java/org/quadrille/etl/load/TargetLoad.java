package org.quadrille.etl.load;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Column;
import org.quadrille.etl.job.Dimension;
import org.quadrille.etl.job.Fact;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.job.Join;
import org.quadrille.etl.job.Target;
import org.quadrille.etl.report.RowCount;
import org.quadrille.etl.source.RejectTable;
import org.quadrille.etl.source.Staged;
import org.quadrille.etl.sql.Sql;

/** Takes a target from staged rows to the star, and proves that no row was lost on the way. */
final class TargetLoad {
  private final Job job;
  private final Map<String, Staged> sources;
  private final SourceColumns columns;
  private final RejectTable rejects;
  private final LocalDate today;
  private final Sql sql;

  TargetLoad(
      Job job,
      Map<String, Staged> sources,
      SourceColumns columns,
      RejectTable rejects,
      LocalDate today,
      Sql sql) {
    this.job = job;
    this.sources = sources;
    this.columns = columns;
    this.rejects = rejects;
    this.today = today;
    this.sql = sql;
  }

  /**
   * What came of it.
   *
   * @param counts one for the source and one for each joined source
   */
  record Result(boolean changed, List<RowCount> counts) {}

  Result load(Target target) throws SQLException {
    Staged staged = staged(target.from());
    TargetRows rows = new TargetRows(target, staged, sql);
    JoinTables joins = new JoinTables(target, sources, columns, sql);
    joins.prepare();
    new RowTyping(rows, joins.partners(), columns, new LookupSql(job, columns), sql).run();

    long accepted;
    boolean changed;
    if (target instanceof Dimension dimension) {
      DimensionMerge merge = new DimensionMerge(dimension, stored(dimension), sql);
      boolean prepared = merge.prepare();
      long collapsed = checkMembers(dimension, merge, rows);
      joins.finish();
      accepted = rows.count() + collapsed;
      changed = merge(dimension, merge) | prepared;
    } else {
      Fact fact = (Fact) target;
      if (!fact.unique().isEmpty()) {
        new Duplicates(rows, sql).reject(fact.unique());
      }
      joins.finish();
      accepted = rows.count();
      changed = new FactMerge(fact, stored(fact), ClassTable.columnOf(job, fact), sql).run();
    }
    rows.drop();
    return new Result(changed, counts(target, staged, accepted));
  }

  private Staged staged(String source) {
    Staged staged = sources.get(source);
    if (staged == null) {
      throw new IllegalStateException(source + " is not staged");
    }
    return staged;
  }

  private List<StarColumn> stored(Target target) {
    return target.columns().stream()
        .filter(Column::stored)
        .map(column -> new StarColumn(column.name(), LookupSql.type(job, column)))
        .toList();
  }

  /** Rejects rows that cannot become members; returns how many were the same member as another. */
  private long checkMembers(Dimension dimension, DimensionMerge merge, TargetRows rows)
      throws SQLException {
    Duplicates duplicates = new Duplicates(rows, sql);
    long collapsed = 0;
    if (dimension.history().isPresent()) {
      HistoryMerge history = history(dimension, merge);
      duplicates.reject(history.identity());
      history.rejectLate(rows);
    } else if (dimension.distinct()) {
      collapsed = duplicates.collapse(dimension.businessKey(), stored(dimension));
    } else {
      duplicates.reject(dimension.businessKey());
    }
    if (dimension.parent().isPresent()) {
      new MemberTree(dimension, merge.table(), sql).rejectOrphans(rows);
    }
    return collapsed;
  }

  private boolean merge(Dimension dimension, DimensionMerge merge) throws SQLException {
    boolean changed =
        dimension.history().isPresent() ? history(dimension, merge).run() : merge.overwrite();
    merge.verify();
    return dimension.parent().isPresent()
        ? new MemberTree(dimension, merge.table(), sql).build() | changed
        : changed;
  }

  private HistoryMerge history(Dimension dimension, DimensionMerge merge) {
    return new HistoryMerge(dimension, merge.table(), stored(dimension), today, sql);
  }

  private List<RowCount> counts(Target target, Staged staged, long accepted) throws SQLException {
    List<RowCount> counts = new ArrayList<>();
    long rejected = rejects.count(staged.name(), target.name());
    if (staged.rows() != accepted + rejected) {
      throw new LoadException(
          "%s: %d rows were read, but %d loaded and %d rejected; nothing was changed"
              .formatted(target.name(), staged.rows(), accepted, rejected));
    }
    counts.add(new RowCount(staged.name(), target.name(), staged.rows(), accepted, rejected));
    for (Join join : target.joins()) {
      Staged joined = staged(join.source());
      long bad = rejects.count(joined.name(), target.name());
      counts.add(
          new RowCount(joined.name(), target.name(), joined.rows(), joined.rows() - bad, bad));
    }
    return counts;
  }
}
