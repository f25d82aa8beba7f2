package org.quadrille.web.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.classes.ClassMoves;
import org.quadrille.cubes.classes.ClassMoves.Cell;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** Last month's class by this month's: customers, their share of the row, and amounts. */
final class MatrixPanel {
  private static final List<@Nullable AbcClass> ROWS =
      Arrays.asList(AbcClass.A, AbcClass.B, AbcClass.C, AbcClass.D, null);

  private final ClassesView view;
  private final Messages text;
  private final NumberText numbers;
  private final Cells cells;
  private final ClassMoves moves;

  MatrixPanel(ClassesView view, ClassMoves moves) {
    this.view = Objects.requireNonNull(view, "view");
    this.text = view.text();
    this.numbers = view.numbers();
    this.cells = view.cells();
    this.moves = Objects.requireNonNull(moves, "moves");
  }

  PanelView panel() {
    int rose = 0;
    int fell = 0;
    int stayed = 0;
    for (@Nullable AbcClass was : ROWS) {
      for (AbcClass now : AbcClass.values()) {
        Cell cell = moves.cell(was, now);
        if (was != null) {
          int step = now.ordinal() - was.ordinal();
          rose += step < 0 ? cell.count() : 0;
          fell += step > 0 ? cell.count() : 0;
          stayed += step == 0 ? cell.count() : 0;
        }
      }
    }
    String sentence =
        text.get(
            "classes.matrix.sentence",
            numbers.whole(rose),
            numbers.whole(fell),
            numbers.whole(stayed),
            view.choice().monthText(view.choice().against()),
            view.choice().monthText(view.choice().month()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence));
    blocks.add(counts());
    blocks.add(changes());
    blocks.add(new Block.NotesBlock(List.of(text.get("classes.matrix.reading"), view.rule())));
    return view.panel("matrix", view.months(), blocks, "classes.how.matrix", "classes.how");
  }

  private @Nullable String address(Cell cell) {
    return cell.count() == 0 ? null : view.choice().list(cell.was(), cell.now());
  }

  /** Rose or fell; nothing for who stayed or is new. */
  private static String tone(Cell cell) {
    if (cell.was() == null || cell.count() == 0) {
      return "";
    }
    int step = cell.now().ordinal() - cell.was().ordinal();
    return step < 0 ? "up" : step > 0 ? "down" : "";
  }

  /** Customers, each number with its share of the row. */
  private Block counts() {
    List<Column> columns = heads();
    List<Line> lines = new ArrayList<>();
    for (AbcClass now : AbcClass.values()) {
      columns.add(Column.number(text.get("classes.to", now.name())));
      columns.add(Column.number(text.get("classes.matrix.percent")));
    }
    for (@Nullable AbcClass was : ROWS) {
      List<Value> values = new ArrayList<>();
      values.add(view.classValue(was));
      for (AbcClass now : AbcClass.values()) {
        Cell cell = moves.cell(was, now);
        values.add(cells.whole(cell.count()).opening(address(cell)).toned(tone(cell)));
        values.add(cells.percent(cell.share()));
      }
      lines.add(Line.of(values));
    }
    return table("classes.matrix.count", columns, lines);
  }

  /** Change of the value from month to month. */
  private Block changes() {
    List<Column> columns = heads();
    List<Line> lines = new ArrayList<>();
    for (AbcClass now : AbcClass.values()) {
      columns.add(Column.number(text.get("classes.to", now.name())));
    }
    for (@Nullable AbcClass was : ROWS) {
      List<Value> values = new ArrayList<>();
      values.add(view.classValue(was));
      for (AbcClass now : AbcClass.values()) {
        Cell cell = moves.cell(was, now);
        double change = cell.value().subtract(cell.before()).doubleValue();
        values.add(cells.signedCompact(change).opening(address(cell)));
      }
      lines.add(Line.of(values));
    }
    return table("classes.matrix.change", columns, lines);
  }

  private List<Column> heads() {
    List<Column> columns = new ArrayList<>();
    columns.add(
        Column.text(
            text.get(
                "classes.matrix.corner",
                view.choice().monthText(view.choice().against()),
                view.choice().monthText(view.choice().month()))));
    return columns;
  }

  private Block table(String caption, List<Column> columns, List<Line> lines) {
    return new Block.TableBlock(
        new DataTable(text.get(caption, view.measure()), columns, lines), true);
  }
}
