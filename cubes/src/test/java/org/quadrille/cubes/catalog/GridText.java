package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultAxis;
import org.quadrille.cubes.result.ResultMember;

/**
 * An answer as text: a line for each row, first its members, then its formatted values; columns are
 * named in the first line. A hyphen is an empty cell. Further axes are written as pages.
 */
final class GridText {
  private static final String EMPTY = "-";

  private GridText() {}

  static String of(CellSet answer) {
    List<ResultAxis> axes = answer.axes();
    if (axes.isEmpty()) {
      return shown(answer, 0);
    }
    StringBuilder text = new StringBuilder();
    int pageSize = size(axes, 0) * size(axes, 1);
    int pages = 1;
    for (int axis = 2; axis < axes.size(); axis++) {
      pages *= size(axes, axis);
    }
    for (int page = 0; page < pages; page++) {
      if (axes.size() > 2) {
        text.append(page == 0 ? "" : "\n").append("page ").append(label(axes, page)).append('\n');
      }
      text.append(page(answer, page * pageSize));
    }
    return pages == 0 ? "(no pages)" : text.toString().stripTrailing();
  }

  private static String label(List<ResultAxis> axes, int page) {
    List<String> labels = new ArrayList<>();
    int rest = page;
    for (int axis = 2; axis < axes.size(); axis++) {
      labels.add(position(axes.get(axis).positions().get(rest % size(axes, axis))));
      rest /= size(axes, axis);
    }
    return String.join(", ", labels);
  }

  private static int size(List<ResultAxis> axes, int axis) {
    return axis < axes.size() ? axes.get(axis).positions().size() : 1;
  }

  private static String page(CellSet answer, int first) {
    List<ResultAxis> axes = answer.axes();
    int columns = size(axes, 0);
    int rows = size(axes, 1);
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.add("");
    axes.get(0).positions().forEach(p -> head.add(position(p)));
    table.add(head);
    for (int row = 0; row < rows; row++) {
      List<String> line = new ArrayList<>();
      line.add(axes.size() < 2 ? "" : position(axes.get(1).positions().get(row)));
      for (int column = 0; column < columns; column++) {
        line.add(shown(answer, first + row * columns + column));
      }
      table.add(line);
    }
    return aligned(table);
  }

  private static String aligned(List<List<String>> table) {
    int[] widths = new int[table.get(0).size()];
    for (List<String> line : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : table) {
      StringBuilder one = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String pad = " ".repeat(widths[i] - line.get(i).length());
        one.append(i == 0 ? line.get(0) + pad : " | " + pad + line.get(i));
      }
      text.append(one.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** The unique names of a position, with the properties that were asked for. */
  static String position(List<ResultMember> members) {
    String names = members.stream().map(GridText::member).collect(Collectors.joining(", "));
    return members.size() == 1 ? names : "(" + names + ")";
  }

  private static String member(ResultMember member) {
    return member.uniqueName() + (member.properties().isEmpty() ? "" : " " + member.properties());
  }

  private static String shown(CellSet answer, int ordinal) {
    Cell cell = answer.cells().get(ordinal);
    return answer.cellProperties().isEmpty() || cell.isEmpty()
        ? cell(cell)
        : cell(cell) + " " + new TreeMap<>(cell.properties());
  }

  private static String cell(Cell cell) {
    return cell.isEmpty() ? EMPTY : cell.formatted().replace("\n", "\\n");
  }
}
