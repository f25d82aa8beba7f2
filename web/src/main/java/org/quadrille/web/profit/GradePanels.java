package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.CustomerBook;
import org.quadrille.cubes.analysis.ProfitGrades;
import org.quadrille.cubes.analysis.ProfitGrades.Graded;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;

/** Customers graded by profit, against the grades that their number of orders would give. */
final class GradePanels {
  private final PanelKit kit;
  private final CustomerBook book;
  private final ProfitGrades grades;

  GradePanels(PanelKit kit, CustomerBook book) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.book = Objects.requireNonNull(book, "book");
    this.grades = ProfitGrades.of(book, kit.choice().settings().grades());
  }

  PanelView matrix() {
    if (grades.graded().isEmpty()) {
      return kit.empty("grades");
    }
    ProfitGrades.Cell best = Objects.requireNonNull(grades.grades().get(AbcClass.A));
    String sentence =
        kit.say(
            "grades.sentence",
            kit.numbers().whole(best.count()),
            kit.numbers().whole(grades.graded().size()),
            kit.numbers().percent(grades.byProfit().share(AbcClass.A)),
            book.gradedYear().caption());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence));
    blocks.add(new Block.TableBlock(table(), false));
    List<String> notes = new ArrayList<>();
    if (!book.counted()) {
      notes.add(kit.say("grades.no-orders"));
    } else {
      notes.add(kit.say("grades.apart", kit.numbers().whole(grades.apart(1).size())));
    }
    blocks.add(new Block.NotesBlock(notes));
    return kit.panel("grades", year(), blocks, "grades.how", "grades.how.orders");
  }

  private String year() {
    return kit.text().get("period.year", book.gradedYear().caption());
  }

  private DataTable table() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(kit.say("grade-by-profit")));
    columns.add(Column.number(kit.text().get("figure.customers")));
    columns.add(Column.number(kit.text().get("figure.profit")));
    if (book.counted()) {
      for (AbcClass orders : AbcClass.values()) {
        columns.add(Column.number(kit.say("grade-by-orders", orders.name())));
      }
    }
    List<Line> lines = new ArrayList<>();
    for (AbcClass profit : AbcClass.values()) {
      ProfitGrades.Cell all = Objects.requireNonNull(grades.grades().get(profit));
      List<Value> values = new ArrayList<>();
      values.add(kit.grade(profit));
      values.add(kit.cells().whole(all.count()));
      values.add(kit.cells().compact(all.profit()));
      if (book.counted()) {
        for (AbcClass orders : AbcClass.values()) {
          values.add(kit.cells().whole(grades.cell(profit, orders).count()));
        }
      }
      lines.add(Line.of(values));
    }
    return new DataTable(kit.title("grades"), columns, lines);
  }

  /** Whom the number of orders would have graded wrong. */
  PanelView apart() {
    if (!book.counted()) {
      return PanelView.empty(kit.title("apart"), kit.say("grades.no-orders"));
    }
    List<Graded> all = grades.apart(1);
    if (all.isEmpty()) {
      return PanelView.empty(kit.title("apart"), kit.say("apart.none"));
    }
    PanelKit.Cut<Graded> cut = kit.cut("apart", all);
    List<Column> columns =
        List.of(
            Column.text(kit.text().get("dimension.customer")),
            Column.text(kit.say("grade-by-profit")),
            Column.text(kit.say("grade-orders")),
            Column.number(kit.text().get("figure.orders")),
            Column.number(kit.text().get("figure.profit")));
    List<Line> lines = new ArrayList<>();
    for (Graded one : cut.rows()) {
      lines.add(
          Line.of(
              List.of(
                  Value.link(
                      one.customer().member().caption(),
                      kit.choice().orders(one.customer().member())),
                  kit.grade(one.profit()),
                  kit.grade(one.orders()),
                  kit.cells().whole(one.customer().orders()),
                  kit.money(one.contribution().profit()))));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(new DataTable(kit.title("apart"), columns, lines), false));
    blocks.addAll(cut.pager());
    return kit.panel("apart", year(), blocks, "grades.how.orders", "list.how");
  }
}
