package org.quadrille.web.pareto;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.ranking.MemberFacts;
import org.quadrille.cubes.ranking.RankRule.Mix;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** Every member of the ranking with what it was ranked by. */
final class TablePanel {
  static final int ROWS = 50;

  private final ParetoView view;
  private final Messages text;
  private final Cells cells;
  private final boolean scored;
  private final boolean orders;

  TablePanel(ParetoView view) {
    this.view = Objects.requireNonNull(view, "view");
    this.text = view.text();
    this.cells = view.cells();
    this.scored = view.chain().last().step().rule().mix() == Mix.WEIGHTED;
    this.orders = view.choice().counted().knowsOrders();
  }

  PanelView panel() {
    List<Ranking.Entry> entries = view.ranking().entries();
    int rows = view.context().allRows() ? Math.max(1, entries.size()) : ROWS;
    int pages = Math.max(1, (entries.size() + rows - 1) / rows);
    int page = Math.min(pages, Math.max(1, pageNumber()));
    int from = (page - 1) * rows;
    int to = Math.min(entries.size(), from + rows);
    NumberText numbers = view.numbers();
    String caption =
        text.get(
            "pager.rows",
            numbers.whole(entries.isEmpty() ? 0 : from + 1),
            numbers.whole(to),
            numbers.whole(entries.size()));
    List<Line> lines = entries.subList(from, to).stream().map(this::line).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(new DataTable(caption, columns(), lines), false));
    String previous = page > 1 ? page(page - 1) + "#panel-table" : null;
    String next = page < pages ? page(page + 1) + "#panel-table" : null;
    blocks.add(new Block.PagerBlock(caption, previous, next));
    return view.panel(
        "table", blocks, List.of(text.get("pareto.how.table"), text.get("pareto.how.oneoff")));
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(view.choice().level().caption()));
    columns.add(Column.number(text.get("table.rank")));
    columns.add(Column.number(view.measure()));
    columns.add(Column.number(text.get("table.share")));
    columns.add(Column.number(text.get("table.cumulative")));
    columns.add(Column.text(text.get("table.class")));
    if (scored) {
      columns.add(Column.number(text.get("table.score")));
    }
    columns.add(Column.text(text.get("table.last-order")));
    columns.add(Column.number(text.get(orders ? "table.orders" : "table.months")));
    if (orders) {
      columns.add(Column.number(text.get("table.largest-order")));
    }
    columns.add(Column.number(text.get("table.largest-month")));
    columns.add(Column.text(text.get("table.mark")));
    return columns;
  }

  private Line line(Ranking.Entry entry) {
    MemberFacts facts = Objects.requireNonNull(view.chain().facts().get(entry.item().key()));
    boolean outside = entry.abc() == AbcClass.D;
    Value none = Value.of(NumberText.NONE);
    List<Value> values = new ArrayList<>();
    values.add(Value.link(entry.item().caption(), view.drill(entry.item().key())));
    values.add(outside ? none : cells.whole(entry.rank()));
    values.add(cells.decimal(entry.item().value(), view.places()));
    values.add(outside ? none : cells.percent(entry.share()));
    values.add(outside ? none : cells.percent(entry.cumulative()));
    values.add(RankingPanel.classValue(entry.abc()));
    if (scored) {
      Double score = view.chain().last().scores().get(entry.item().key());
      values.add(score == null ? none : cells.decimal(score, 1));
    }
    values.add(Value.of(lastOrder(facts)));
    values.add(
        cells
            .whole(orders ? facts.orders() : facts.months())
            .opening(view.choice().rows(entry.item().key())));
    if (orders) {
      values.add(cells.percent(facts.orderShare()));
    }
    values.add(cells.percent(facts.monthShare()));
    boolean marked = view.chain().oneOffs().names().contains(entry.item().key());
    values.add(marked ? Value.of(text.get("pareto.oneoff")).toned("mark") : Value.of(""));
    return Line.of(values);
  }

  private String lastOrder(MemberFacts facts) {
    if (facts.lastMonth() < 0) {
      return NumberText.NONE;
    }
    return view.choice().counted().knowsDays()
        ? LocalDate.ofEpochDay((long) facts.lastOrder()).toString()
        : view.choice().monthText(facts.lastMonth());
  }

  private Address page(int page) {
    return view.context().here().with("page", page == 1 ? null : String.valueOf(page));
  }

  private int pageNumber() {
    String page = view.context().request().parameter("page");
    return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
  }
}
