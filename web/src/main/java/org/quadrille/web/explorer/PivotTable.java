package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PageContext;

/** A grid as a plain table, for tiles and files. */
final class PivotTable {
  private final PivotState state;
  private final PivotGrid grid;
  private final CubeFields cube;
  private final PageContext context;
  private final Cells cells;

  PivotTable(PivotState state, PivotGrid grid, CubeFields cube, PageContext context) {
    this.state = Objects.requireNonNull(state, "state");
    this.grid = Objects.requireNonNull(grid, "grid");
    this.cube = Objects.requireNonNull(cube, "cube");
    this.context = Objects.requireNonNull(context, "context");
    this.cells = new Cells(context.numbers());
  }

  /**
   * The table.
   *
   * @param rows at most so many
   */
  DataTable table(String caption, int rows) {
    List<Column> columns = new ArrayList<>();
    for (AxisField field : state.rows()) {
      columns.add(Column.text(cube.hierarchy(field.hierarchy()).caption()));
    }
    if (state.measuresAreOnRows()) {
      columns.add(Column.text(context.text().get("explorer.measures")));
    }
    if (columns.isEmpty()) {
      columns.add(Column.text(""));
    }
    for (int c = 0; c < grid.columnCount(); c++) {
      columns.add(Column.number(name(grid.column(c))));
    }
    List<Line> lines = new ArrayList<>();
    for (int r = 0; r < Math.min(rows, grid.rowCount()); r++) {
      List<Value> values = new ArrayList<>();
      for (ResultMember member : grid.row(r)) {
        values.add(Value.of(grid.isTotal(member) ? total() : grid.caption(member)));
      }
      if (grid.row(r).isEmpty()) {
        values.add(Value.of(total()));
      }
      for (int c = 0; c < grid.columnCount(); c++) {
        values.add(value(grid.cell(r, c)));
      }
      lines.add(new Line(values, grid.isTotal(grid.row(r))));
    }
    return new DataTable(caption, columns, lines);
  }

  private String total() {
    return context.text().get("explorer.total");
  }

  private String name(List<ResultMember> position) {
    boolean plain =
        state.measures().size() == 1 && position.size() > 1 && !state.measuresAreOnRows();
    List<ResultMember> named = plain ? position.subList(0, position.size() - 1) : position;
    return named.stream()
        .map(member -> grid.isTotal(member) ? total() : grid.caption(member))
        .collect(Collectors.joining(" · "));
  }

  /** The text is that of the grid; files hold the number in full. */
  private Value value(Cell cell) {
    if (!(cell.value() instanceof Number number)) {
      return Value.of(cell.error() == null ? cell.formatted() : cell.error());
    }
    Value styled = styled(cell, number.doubleValue());
    return new Value(cell.formatted(), null, "", styled.exact());
  }

  private Value styled(Cell cell, double value) {
    String format = cell.formatString() == null ? "" : cell.formatString();
    if (format.contains("%") || format.equalsIgnoreCase("percent")) {
      return cells.percent(value);
    }
    return cells.decimal(value, value == Math.rint(value) && !format.contains(".") ? 0 : 2);
  }
}
