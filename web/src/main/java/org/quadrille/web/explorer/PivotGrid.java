package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultMember;

/** The answer to a state's query as rows and columns with heads. */
final class PivotGrid {
  private final PivotState state;
  private final CellSet answer;
  private final List<List<ResultMember>> columns;
  private final List<List<ResultMember>> rows;
  private final Set<String> totals;
  private final CubeFields cube;
  private final int[] rowDepths;
  private final int[] columnDepths;

  /** Lays out an answer. */
  PivotGrid(PivotState state, CubeFields cube, CellSet answer) {
    this.state = Objects.requireNonNull(state, "state");
    this.answer = Objects.requireNonNull(answer, "answer");
    this.cube = Objects.requireNonNull(cube, "cube");
    this.columns = answer.axes().isEmpty() ? List.of() : answer.axes().get(0).positions();
    this.rows = answer.axes().size() > 1 ? answer.axes().get(1).positions() : List.of(List.of());
    List<String> names = new ArrayList<>();
    for (List<AxisField> axis : List.of(state.rows(), state.columns())) {
      for (AxisField field : axis) {
        if (field.total()) {
          names.add(PivotSets.totalName(field, cube));
        }
      }
    }
    this.totals = Set.copyOf(names);
    this.rowDepths = depths(rows);
    this.columnDepths = depths(columns);
  }

  /**
   * A head of a row or column.
   *
   * @param member unique name
   * @param depth how far below the first level that is shown, from 0
   * @param again whether the head before says the same
   * @param total whether it is the total of its field
   * @param parent whether there are members below it
   * @param open whether they are shown
   * @param span how many columns it heads
   */
  public record Head(
      String caption,
      String member,
      String hierarchy,
      int depth,
      boolean again,
      boolean total,
      boolean parent,
      boolean open,
      boolean measure,
      int span) {}

  /** A row with its number, from 0. */
  public record Row(int index, List<Head> heads, boolean total, List<Value> values) {}

  /**
   * A cell.
   *
   * @param tone {@code neg} for a negative number, {@code err} for an error, {@code tot} in a
   *     column of totals, or empty
   */
  public record Value(String text, String tone) {}

  int rowCount() {
    return rows.size();
  }

  int columnCount() {
    return columns.size();
  }

  CellSet answer() {
    return answer;
  }

  boolean isEmpty() {
    return rows.isEmpty() || columns.isEmpty();
  }

  /** Members on a row, the measure last where measures are on rows. */
  List<ResultMember> row(int index) {
    return rows.get(index);
  }

  List<ResultMember> column(int index) {
    return columns.get(index);
  }

  Cell cell(int row, int column) {
    return answer.cells().get(row * columns.size() + column);
  }

  boolean isTotal(List<ResultMember> position) {
    return position.stream().anyMatch(this::isTotal);
  }

  /** What a member is called; measures as the cube calls them in the language of the page. */
  String caption(ResultMember member) {
    return cube.isMeasure(member.uniqueName())
        ? cube.measure(member.uniqueName()).caption()
        : member.caption();
  }

  boolean isTotal(ResultMember member) {
    return totals.contains(member.uniqueName());
  }

  /** Whether members below one of these are shown as well. */
  boolean isOpened(List<ResultMember> position) {
    return position.stream().anyMatch(member -> isOpen(member));
  }

  private boolean isOpen(ResultMember member) {
    AxisField field = state.field(member.hierarchy());
    return field != null && !isTotal(member) && field.open().contains(member.uniqueName());
  }

  /** Rows from one on, at most so many. */
  List<Row> window(int from, int count) {
    List<Row> window = new ArrayList<>();
    int end = (int) Math.min(rows.size(), (long) from + count);
    for (int r = Math.max(0, from); r < end; r++) {
      List<ResultMember> position = rows.get(r);
      List<Head> heads = new ArrayList<>();
      boolean again = r > from;
      for (int i = 0; i < position.size(); i++) {
        again &= r > 0 && rows.get(r - 1).get(i).equals(position.get(i));
        heads.add(head(position.get(i), rowDepths[i], again && i < position.size() - 1, 1));
      }
      List<Value> values = new ArrayList<>(columns.size());
      for (int c = 0; c < columns.size(); c++) {
        values.add(value(cell(r, c), isTotal(columns.get(c))));
      }
      window.add(new Row(r, heads, isTotal(position), values));
    }
    return window;
  }

  private Value value(Cell cell, boolean total) {
    if (cell.error() != null) {
      return new Value(cell.error(), "err");
    }
    if (cell.doubleValue(0) < 0) {
      return new Value(cell.formatted(), "neg");
    }
    return new Value(cell.formatted(), total ? "tot" : "");
  }

  /** The heads of the columns, one list for each field, the measures last. */
  List<List<Head>> columnHeads() {
    List<List<Head>> levels = new ArrayList<>();
    int fields = columns.isEmpty() ? 0 : columns.get(0).size();
    for (int i = 0; i < fields; i++) {
      List<Head> heads = new ArrayList<>();
      int from = 0;
      while (from < columns.size()) {
        int to = from + 1;
        while (i < fields - 1 && to < columns.size() && same(from, to, i)) {
          to++;
        }
        heads.add(head(columns.get(from).get(i), columnDepths[i], false, to - from));
        from = to;
      }
      levels.add(heads);
    }
    return levels;
  }

  private boolean same(int first, int second, int fields) {
    for (int i = 0; i <= fields; i++) {
      if (!columns.get(first).get(i).equals(columns.get(second).get(i))) {
        return false;
      }
    }
    return true;
  }

  private Head head(ResultMember member, int base, boolean again, int span) {
    boolean total = isTotal(member);
    boolean measure = member.hierarchy().equals("[Measures]");
    return new Head(
        caption(member),
        member.uniqueName(),
        member.hierarchy(),
        total ? 0 : Math.max(0, member.depth() - base),
        again,
        total,
        !measure && !total && member.childCount() > 0,
        isOpen(member),
        measure,
        span);
  }

  /** The smallest depth of each field, totals left out. */
  private int[] depths(List<List<ResultMember>> positions) {
    int fields = positions.isEmpty() ? 0 : positions.get(0).size();
    int[] depths = new int[fields];
    Arrays.fill(depths, Integer.MAX_VALUE);
    for (List<ResultMember> position : positions) {
      for (int i = 0; i < fields; i++) {
        if (!isTotal(position.get(i))) {
          depths[i] = Math.min(depths[i], position.get(i).depth());
        }
      }
    }
    return depths;
  }
}
