package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.explorer.ExplorerView.GridView;
import org.quadrille.web.explorer.PivotState.Sort;

/** The grid of a state as the template shows it. */
final class GridViews {
  /** Rows in a part of the grid that is sent at once. */
  static final int PART = 100;

  private final Pivot pivot;
  private final PivotState state;
  private final PivotGrid grid;

  GridViews(Pivot pivot, PivotState state, PivotGrid grid) {
    this.pivot = Objects.requireNonNull(pivot, "pivot");
    this.state = Objects.requireNonNull(state, "state");
    this.grid = Objects.requireNonNull(grid, "grid");
  }

  /** Rows from one on. */
  GridView view(int from, int count) {
    List<List<PivotGrid.Head>> heads = new ArrayList<>(grid.columnHeads());
    boolean measureIsPlain = state.measures().size() == 1 && heads.size() > 1;
    if (measureIsPlain && !state.measuresAreOnRows()) {
      heads.remove(heads.size() - 1);
    }
    CellSet answer = grid.answer();
    String rows = pivot.context().numbers().whole(grid.rowCount());
    String columns = pivot.context().numbers().whole(grid.columnCount());
    return new GridView(
        corners(),
        heads,
        sorted(),
        direction(List.of()),
        grid.window(from, count),
        from,
        grid.rowCount(),
        grid.columnCount(),
        caption(measureIsPlain),
        pivot.context().text().get("explorer.size", rows, columns),
        answer.statistics().millis(),
        answer.statistics().statements());
  }

  private String caption(boolean plain) {
    String cube = pivot.cube().cube().caption();
    return plain || state.measures().size() == 1
        ? cube + " · " + pivot.caption(state.measures().get(0))
        : cube;
  }

  private List<String> corners() {
    List<String> corners = new ArrayList<>();
    for (AxisField field : state.rows()) {
      corners.add(pivot.cube().hierarchy(field.hierarchy()).caption());
    }
    if (state.measuresAreOnRows()) {
      corners.add(pivot.context().text().get("explorer.measures"));
    }
    return corners;
  }

  private List<String> sorted() {
    List<String> sorted = new ArrayList<>();
    for (int c = 0; c < grid.columnCount(); c++) {
      List<String> key =
          new ArrayList<>(grid.column(c).stream().map(ResultMember::uniqueName).toList());
      if (state.measuresAreOnRows()) {
        key.add(state.measures().get(0));
      }
      sorted.add(direction(key));
    }
    return sorted;
  }

  private String direction(List<String> key) {
    Sort sort = state.sort();
    if (sort == null || !sort.key().equals(key)) {
      return "none";
    }
    return sort.descending() ? "descending" : "ascending";
  }
}
