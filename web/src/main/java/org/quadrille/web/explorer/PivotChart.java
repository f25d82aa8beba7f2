package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.Series;
import org.quadrille.web.chart.Series.Mark;
import org.quadrille.web.chart.ValueFormat;
import org.quadrille.web.explorer.PivotState.ChartKind;
import org.quadrille.web.page.PageContext;

/**
 * The chart of a grid: its rows as categories, its columns as series. Totals and members whose
 * parts are shown are left out, since they would be drawn twice.
 */
final class PivotChart {
  /** More categories or series than these nobody can tell apart. */
  static final int CATEGORIES = 60;

  static final int SERIES = 9;

  private final PivotState state;
  private final PivotGrid grid;
  private final PageContext context;
  private final List<Integer> rows;
  private final List<Integer> columns;

  PivotChart(PivotState state, PivotGrid grid, PageContext context) {
    this.state = Objects.requireNonNull(state, "state");
    this.grid = Objects.requireNonNull(grid, "grid");
    this.context = Objects.requireNonNull(context, "context");
    this.rows =
        IntStream.range(0, grid.rowCount())
            .filter(r -> !grid.isTotal(grid.row(r)) && !grid.isOpened(grid.row(r)))
            .boxed()
            .toList();
    this.columns =
        IntStream.range(0, grid.columnCount())
            .filter(c -> !grid.isTotal(grid.column(c)) && !grid.isOpened(grid.column(c)))
            .boxed()
            .toList();
  }

  /** The chart; empty where there is nothing to draw. */
  Optional<CategoryChart> chart() {
    if (state.chart() == ChartKind.NONE || rows.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> shownRows = rows.subList(0, Math.min(CATEGORIES, rows.size()));
    List<Integer> shownColumns = columns.subList(0, Math.min(SERIES, columns.size()));
    List<String> categories = shownRows.stream().map(r -> name(grid.row(r))).toList();
    List<Series> series = new ArrayList<>();
    boolean firstIsShare = isShare(shownColumns.get(0));
    for (int i = 0; i < shownColumns.size(); i++) {
      int column = shownColumns.get(i);
      List<Mark> marks = shownRows.stream().map(r -> mark(r, column, shownRows)).toList();
      boolean share = isShare(column);
      boolean second = share != firstIsShare && state.chart() != ChartKind.SHARE;
      series.add(
          new Series(
              columnName(column),
              second ? Series.Kind.LINE : kind(),
              i == 0 ? Colour.CURRENT : Colour.rival(i - 1),
              share || state.chart() == ChartKind.SHARE ? ValueFormat.PERCENT : ValueFormat.COMPACT,
              second,
              marks));
    }
    boolean lying = state.chart() == ChartKind.LYING;
    return Optional.of(
        new CategoryChart(
            categories, series, List.of(), lying, state.chart() == ChartKind.SHARE, false));
  }

  private Series.Kind kind() {
    return switch (state.chart()) {
      case LINE -> Series.Kind.LINE;
      case AREA -> Series.Kind.AREA;
      case STACK, SHARE -> Series.Kind.STACK;
      case NONE, BAR, LYING -> Series.Kind.BAR;
    };
  }

  private Mark mark(int row, int column, List<Integer> shown) {
    double value = grid.cell(row, column).doubleValue(Double.NaN);
    if (state.chart() != ChartKind.SHARE) {
      return Mark.of(value);
    }
    double sum = 0;
    for (int other : columns) {
      sum += Math.max(0, grid.cell(row, other).doubleValue(0));
    }
    return Mark.of(sum > 0 ? Math.max(0, value) / sum : Double.NaN);
  }

  private boolean isShare(int column) {
    return rows.stream()
        .map(r -> grid.cell(r, column))
        .map(Cell::formatString)
        .filter(Objects::nonNull)
        .findFirst()
        .filter(format -> format.contains("%") || format.equalsIgnoreCase("percent"))
        .isPresent();
  }

  private String name(List<ResultMember> position) {
    if (position.isEmpty()) {
      return context.text().get("explorer.total");
    }
    return String.join(" · ", position.stream().map(grid::caption).toList());
  }

  private String columnName(int column) {
    List<ResultMember> position = grid.column(column);
    boolean one = state.measures().size() == 1 && position.size() > 1;
    return name(
        one && !state.measuresAreOnRows() ? position.subList(0, position.size() - 1) : position);
  }

  /** What is not drawn, in words. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (rows.size() > CATEGORIES) {
      notes.add(
          context
              .text()
              .get(
                  "explorer.chart.rows",
                  Integer.toString(CATEGORIES),
                  context.numbers().whole(rows.size())));
    }
    if (columns.size() > SERIES) {
      notes.add(
          context
              .text()
              .get(
                  "explorer.chart.columns",
                  Integer.toString(SERIES),
                  context.numbers().whole(columns.size())));
    }
    return notes;
  }
}
