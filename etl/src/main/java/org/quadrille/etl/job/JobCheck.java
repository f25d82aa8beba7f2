package org.quadrille.etl.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks how the parts of a job fit together, and puts its dimensions in the order of their
 * look-ups.
 */
final class JobCheck {
  private final Job job;
  private final Map<String, Dimension> dimensions = new LinkedHashMap<>();

  JobCheck(Job job) {
    this.job = job;
    job.dimensions().forEach(dimension -> dimensions.put(dimension.name(), dimension));
  }

  /** The job with ordered dimensions. */
  Job checked() {
    checkTables();
    checkSourcesUsed();
    for (Dimension dimension : job.dimensions()) {
      checkTarget(dimension);
      checkHistory(dimension);
      checkTree(dimension);
    }
    job.facts().forEach(this::checkTarget);
    return new Job(
        job.name(),
        job.into(),
        job.sources(),
        job.dates(),
        ordered(),
        job.facts(),
        job.classes(),
        job.tables());
  }

  private void checkTables() {
    Map<String, Place> tables = new HashMap<>();
    job.dates().values().forEach(dates -> addTable(tables, dates.table(), dates.place()));
    for (Dimension dimension : job.dimensions()) {
      addTable(tables, dimension.table(), dimension.place());
      dimension
          .closure()
          .ifPresent(closure -> addTable(tables, closure.table(), dimension.place()));
    }
    job.facts().forEach(fact -> addTable(tables, fact.table(), fact.place()));
    Set<String> marked = new HashSet<>();
    for (ClassSnapshot classes : job.classes()) {
      addTable(tables, classes.table(), classes.place());
      if (classes.column() != null && !marked.add(classes.fact())) {
        throw classes
            .place()
            .refuse("fact " + classes.fact() + " gets the column of one class only; drop one");
      }
    }
  }

  private static void addTable(Map<String, Place> tables, String table, Place place) {
    String lower = table.toLowerCase(Locale.ROOT);
    if (lower.startsWith("etl_")) {
      throw place.refuse(
          "the table " + table + " begins with etl_, which the load keeps for itself");
    }
    Place other = tables.putIfAbsent(lower, place);
    if (other != null) {
      throw place.refuse("the table " + table + " is filled already at " + other);
    }
  }

  private void checkSourcesUsed() {
    Set<String> used = new HashSet<>();
    List<Target> targets = new ArrayList<>(job.dimensions());
    targets.addAll(job.facts());
    for (Target target : targets) {
      used.add(target.from());
      target.joins().forEach(join -> used.add(join.source()));
    }
    for (Source source : job.sources().values()) {
      if (!used.contains(source.name())) {
        throw source.place().refuse("source " + source.name() + " is used by nothing; take it out");
      }
    }
  }

  private void checkTarget(Target target) {
    for (Join join : target.joins()) {
      if (target.column(join.source()).isPresent() || join.source().equals(target.from())) {
        throw join.place()
            .refuse(
                "the joined source "
                    + join.source()
                    + " is called like a column or is the source itself; give it another name");
      }
    }
    Set<String> earlier = new LinkedHashSet<>();
    for (Column column : target.columns()) {
      if (column.origin() instanceof Column.Lookup lookup) {
        checkLookup(column, lookup, earlier);
      } else if (column.origin() instanceof Column.FromSource from && from.join() != null) {
        boolean known = target.joins().stream().anyMatch(join -> join.source().equals(from.join()));
        if (!known) {
          throw from.at()
              .refuse(from.join() + " is not joined; name it under join, or take the dot away");
        }
      }
      earlier.add(column.name());
    }
  }

  private void checkLookup(Column column, Column.Lookup lookup, Set<String> earlier) {
    DateDimension dates = job.dates().get(lookup.dimension());
    Dimension dimension = dimensions.get(lookup.dimension());
    if (dates == null && dimension == null) {
      Set<String> names = new LinkedHashSet<>(job.dates().keySet());
      names.addAll(dimensions.keySet());
      throw lookup
          .at()
          .refuse(
              "there is no dimension "
                  + lookup.dimension()
                  + (names.isEmpty() ? "" : "; there are " + String.join(", ", names))
                  + Suggestion.of(lookup.dimension(), names));
    }
    int keys = dates != null ? 1 : dimension.businessKey().size();
    if (lookup.by().size() != keys) {
      throw lookup
          .at()
          .refuse(
              "dimension "
                  + lookup.dimension()
                  + " has a business key of "
                  + keys
                  + " columns, by names "
                  + lookup.by().size());
    }
    boolean unknown = dates != null ? dates.unknown().isPresent() : dimension.unknown().isPresent();
    boolean wanted =
        lookup.missing() == Column.Otherwise.UNKNOWN || lookup.empty() == Column.Otherwise.UNKNOWN;
    if (wanted && !unknown) {
      throw lookup
          .at()
          .refuse(
              "column "
                  + column.name()
                  + " wants the unknown member of "
                  + lookup.dimension()
                  + ", which has none; give it unknown: {…}");
    }
    checkAt(lookup, dimension, earlier);
    checkTake(lookup, dimension);
  }

  private static void checkAt(
      Column.Lookup lookup, @Nullable Dimension dimension, Set<String> earlier) {
    if (lookup.on() == null) {
      return;
    }
    if (dimension == null || dimension.history().isEmpty()) {
      throw lookup
          .at()
          .refuse("dimension " + lookup.dimension() + " has no history, so at has no meaning");
    }
    if (!earlier.contains(lookup.on())) {
      throw lookup
          .at()
          .refuse(
              "at names "
                  + lookup.on()
                  + ", which is no column above"
                  + Suggestion.of(lookup.on(), earlier));
    }
  }

  private static void checkTake(Column.Lookup lookup, @Nullable Dimension dimension) {
    if (lookup.take() == null) {
      return;
    }
    if (dimension == null) {
      throw lookup.at().refuse("take is not for date dimensions; use the date itself");
    }
    boolean there =
        dimension
            .column(lookup.take())
            .map(taken -> taken.stored() && !(taken.origin() instanceof Column.Lookup))
            .orElse(false);
    if (!there) {
      throw lookup
          .at()
          .refuse(
              "dimension "
                  + lookup.dimension()
                  + " has no stored column "
                  + lookup.take()
                  + " with a value of its own");
    }
  }

  private static void checkHistory(Dimension dimension) {
    boolean marked = dimension.columns().stream().anyMatch(Column::history);
    if (marked != dimension.history().isPresent()) {
      throw dimension
          .place()
          .refuse(
              "dimension "
                  + dimension.name()
                  + (marked
                      ? " has columns with history but no history: {from, to}"
                      : " has history but no column with history: true"));
    }
    for (Column column : dimension.columns()) {
      if (column.history()
          && (!column.stored() || dimension.businessKey().contains(column.name()))) {
        throw column
            .place()
            .refuse("column " + column.name() + " cannot have history: it is a key or not stored");
      }
    }
    for (String key : dimension.businessKey()) {
      if (!dimension.column(key).map(Column::stored).orElse(false)) {
        throw dimension.place().refuse("business key " + key + " must be stored");
      }
    }
    dimension
        .history()
        .filter(history -> history.date() != null)
        .ifPresent(history -> checkHistoryDate(dimension, String.valueOf(history.date())));
    if (dimension.history().isPresent() && dimension.distinct()) {
      throw dimension.place().refuse("distinct and history cannot stand together");
    }
  }

  private static void checkHistoryDate(Dimension dimension, String date) {
    Column column =
        dimension
            .column(date)
            .orElseThrow(
                () ->
                    dimension
                        .place()
                        .refuse("history names the date " + date + ", which is no column here"));
    boolean isDate =
        column.origin() instanceof Column.FromSource from
                && from.type().kind() == ColumnType.Kind.DATE
            || column.origin() instanceof Column.Computed computed
                && computed.type().kind() == ColumnType.Kind.DATE;
    if (!isDate || !column.required()) {
      throw column.place().refuse("the date of a history must be a DATE with required: true");
    }
  }

  private static void checkTree(Dimension dimension) {
    if (dimension.closure().isPresent() && dimension.parent().isEmpty()) {
      throw dimension.place().refuse("closure needs parent: {by, column}");
    }
    if (dimension.parent().isEmpty()) {
      return;
    }
    Dimension.Parent parent = dimension.parent().get();
    if (dimension.history().isPresent() || dimension.businessKey().size() != 1) {
      throw parent
          .place()
          .refuse("parent needs a business key of one column and cannot go with history");
    }
    if (!dimension.column(parent.by()).map(Column::stored).orElse(false)) {
      throw parent
          .place()
          .refuse("parent names by: " + parent.by() + ", which is no stored column here");
    }
    if (dimension.column(parent.column()).isPresent()) {
      throw parent
          .place()
          .refuse("parent makes the column " + parent.column() + ", which is there already");
    }
  }

  /** Depth first; a look-up that leads back to its own dimension is refused. */
  private List<Dimension> ordered() {
    Set<String> done = new LinkedHashSet<>();
    List<Dimension> result = new ArrayList<>();
    for (Dimension dimension : job.dimensions()) {
      visit(dimension, done, new LinkedHashSet<>(), result);
    }
    return result;
  }

  private void visit(
      Dimension dimension, Set<String> done, Set<String> open, List<Dimension> result) {
    if (done.contains(dimension.name())) {
      return;
    }
    if (!open.add(dimension.name())) {
      throw dimension
          .place()
          .refuse("the look-ups of " + String.join(", ", open) + " go round in a circle");
    }
    for (Column column : dimension.columns()) {
      if (column.origin() instanceof Column.Lookup lookup) {
        Dimension other = dimensions.get(lookup.dimension());
        if (other != null) {
          visit(other, done, open, result);
        }
      }
    }
    open.remove(dimension.name());
    done.add(dimension.name());
    result.add(dimension);
  }
}
