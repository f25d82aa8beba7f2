package org.quadrille.etl.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quadrille.etl.job.Column;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.job.Join;
import org.quadrille.etl.job.Place;
import org.quadrille.etl.job.Suggestion;
import org.quadrille.etl.job.Target;
import org.quadrille.etl.source.Staged;
import org.quadrille.etl.source.Staged.StagedColumn;

/** What the sources of a job hold; finds the columns that a job names. */
final class SourceColumns {
  private final Map<String, List<StagedColumn>> bySource;

  SourceColumns(Map<String, List<StagedColumn>> bySource) {
    this.bySource = Map.copyOf(bySource);
  }

  /**
   * The column of this name, exactly or else without regard to case; refused where there is none.
   */
  StagedColumn find(String source, String column, Place place) {
    List<StagedColumn> columns = bySource.getOrDefault(source, List.of());
    return new Staged(source, source, columns, List.of(), 0, 0)
        .column(column)
        .orElseThrow(
            () -> {
              List<String> names = columns.stream().map(StagedColumn::name).toList();
              return place.refuse(
                  "source "
                      + source
                      + " has no column "
                      + column
                      + "; it has "
                      + names.stream().collect(Collectors.joining(", "))
                      + Suggestion.of(column, names));
            });
  }

  /** Refuses a job that names a column which its source has not. */
  void check(Job job) {
    job.dimensions().forEach(this::check);
    job.facts().forEach(this::check);
  }

  private void check(Target target) {
    for (Join join : target.joins()) {
      join.on()
          .forEach(
              (own, other) -> {
                find(target.from(), own, join.place());
                find(join.source(), other, join.place());
              });
    }
    List<String> names = target.columns().stream().map(Column::name).toList();
    for (Column column : target.columns()) {
      if (column.origin() instanceof Column.FromSource from) {
        find(from.join() == null ? target.from() : from.join(), from.column(), from.at());
      } else if (column.origin() instanceof Column.Lookup lookup) {
        List<String> above = names.subList(0, names.indexOf(column.name()));
        for (String by : lookup.by()) {
          if (!above.contains(by)) {
            find(target.from(), by, lookup.at());
          }
        }
      }
    }
  }
}
