package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the explorer shows of a cube. A hierarchy stands in one place only.
 *
 * @param rows from the outermost
 * @param columns from the outermost
 * @param filters hierarchies on no axis
 * @param measures unique names in order; none for nothing to show yet
 * @param measuresOnRows whether measures are the innermost heads of rows, else of columns
 * @param sort order of the rows, null for that of the hierarchies
 * @param empties whether rows and columns without any value are shown
 * @param chart drawn beside the grid
 * @param within members that everything, totals too, is restricted to, such as the period of a
 *     cockpit; at most one of each hierarchy
 * @param cell the members of the cell whose facts are shown, empty for none
 */
public record PivotState(
    List<AxisField> rows,
    List<AxisField> columns,
    List<MemberFilter> filters,
    List<String> measures,
    boolean measuresOnRows,
    @Nullable Sort sort,
    boolean empties,
    ChartKind chart,
    List<String> within,
    List<String> cell) {
  /** Nothing chosen. */
  public static final PivotState EMPTY =
      new PivotState(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false,
          null,
          false,
          ChartKind.NONE,
          List.of(),
          List.of());

  /**
   * An order of the rows. Members stay below their parents, fields inside the outer ones.
   *
   * @param key measure and members of the columns whose value is compared; empty for the captions
   */
  public record Sort(boolean descending, List<String> key) {
    public Sort {
      key = UniqueName.checkAll(key);
    }

    boolean byLabel() {
      return key.isEmpty();
    }
  }

  /** How the grid is drawn. */
  public enum ChartKind {
    NONE,
    BAR,
    LYING,
    STACK,
    SHARE,
    LINE,
    AREA
  }

  public PivotState {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    filters = List.copyOf(filters);
    measures = UniqueName.checkAll(measures);
    Objects.requireNonNull(chart, "chart");
    within = UniqueName.checkAll(within);
    cell = UniqueName.checkAll(cell);
    Set<String> seen = new HashSet<>();
    List<String> used = new ArrayList<>();
    rows.forEach(field -> used.add(field.hierarchy()));
    columns.forEach(field -> used.add(field.hierarchy()));
    filters.forEach(filter -> used.add(filter.hierarchy()));
    used.addAll(measures);
    for (String name : used) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(name + " stands in two places");
      }
    }
  }

  PivotState withRows(List<AxisField> fields) {
    return new PivotState(
        fields,
        columns,
        filters,
        measures,
        measuresOnRows,
        sort,
        empties,
        chart,
        within,
        List.of());
  }

  PivotState withColumns(List<AxisField> fields) {
    return new PivotState(
        rows, fields, filters, measures, measuresOnRows, sort, empties, chart, within, List.of());
  }

  PivotState withFilters(List<MemberFilter> all) {
    return new PivotState(
        rows, columns, all, measures, measuresOnRows, sort, empties, chart, within, List.of());
  }

  PivotState withMeasures(List<String> names, boolean onRows) {
    return new PivotState(
        rows, columns, filters, names, onRows, sort, empties, chart, within, List.of());
  }

  PivotState withSort(@Nullable Sort order) {
    return new PivotState(
        rows, columns, filters, measures, measuresOnRows, order, empties, chart, within, cell);
  }

  PivotState withEmpties(boolean shown) {
    return new PivotState(
        rows, columns, filters, measures, measuresOnRows, sort, shown, chart, within, cell);
  }

  PivotState withChart(ChartKind kind) {
    return new PivotState(
        rows, columns, filters, measures, measuresOnRows, sort, empties, kind, within, cell);
  }

  PivotState withCell(List<String> members) {
    return new PivotState(
        rows, columns, filters, measures, measuresOnRows, sort, empties, chart, within, members);
  }

  /** The same restricted to members; for the cockpit. */
  public PivotState within(List<String> members) {
    return new PivotState(
        rows, columns, filters, measures, measuresOnRows, sort, empties, chart, members, cell);
  }

  /** Whether there is something to ask the cube for. */
  boolean asks() {
    return !measures.isEmpty();
  }

  /** Measures stand on rows only where columns have something else. */
  boolean measuresAreOnRows() {
    return measuresOnRows && !columns.isEmpty();
  }

  /** The field of a hierarchy on rows or columns, null where there is none. */
  @Nullable AxisField field(String hierarchy) {
    for (List<AxisField> axis : List.of(rows, columns)) {
      for (AxisField field : axis) {
        if (field.hierarchy().equals(hierarchy)) {
          return field;
        }
      }
    }
    return null;
  }

  /** The same without an order that speaks of members or measures that are not shown any more. */
  PivotState tidy() {
    if (sort == null || sort.byLabel()) {
      return this;
    }
    boolean known =
        sort.key().stream()
            .allMatch(
                name ->
                    measures.contains(name)
                        || columns.stream().anyMatch(f -> UniqueName.isOf(name, f.hierarchy())));
    return known ? this : withSort(null);
  }
}
