package org.quadrille.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.cubes.result.ResultHierarchy;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;

/** The answer of a query as a table, its numbers as the cube formats them. */
final class QueryTable {
  private QueryTable() {}

  /**
   * The table.
   *
   * @throws ReportException if the answer has three axes or more
   */
  static DataTable of(String caption, CellSet answer) {
    List<ResultAxis> axes = answer.axes();
    if (axes.isEmpty() || axes.size() > 2) {
      throw new ReportException(
          "a query of a report has one axis or two, this one has " + axes.size());
    }
    List<Column> columns = new ArrayList<>();
    List<List<ResultMember>> down = axes.size() == 1 ? List.of(List.of()) : axes.get(1).positions();
    if (axes.size() == 1) {
      columns.add(Column.text(""));
    } else {
      for (ResultHierarchy hierarchy : axes.get(1).hierarchies()) {
        columns.add(Column.text(hierarchy.caption()));
      }
    }
    List<List<ResultMember>> across = axes.get(0).positions();
    for (List<ResultMember> position : across) {
      columns.add(
          Column.number(
              position.stream().map(ResultMember::caption).collect(Collectors.joining(" · "))));
    }
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < down.size(); row++) {
      List<Value> values = new ArrayList<>();
      down.get(row).forEach(member -> values.add(Value.of(member.caption())));
      if (values.isEmpty()) {
        values.add(Value.of(""));
      }
      for (int column = 0; column < across.size(); column++) {
        values.add(Value.of(text(answer.cells().get(row * across.size() + column))));
      }
      lines.add(Line.of(values));
    }
    return new DataTable(caption, columns, lines);
  }

  private static String text(Cell cell) {
    String error = cell.error();
    return error == null ? cell.formatted() : "#ERR: " + error;
  }
}
