package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.ProfitAnalysis;
import org.quadrille.cubes.analysis.ProfitAnalysis.Part;
import org.quadrille.cubes.analysis.ProfitAnalysis.Parts;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.Series;
import org.quadrille.web.chart.Series.Mark;
import org.quadrille.web.chart.ValueFormat;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;

/** Employees by the profit contribution of what they sold. */
final class EmployeePanels {
  private static final int BARS = 15;

  private final PanelKit kit;
  private final ProfitChoice choice;

  EmployeePanels(PanelKit kit) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.choice = kit.choice();
  }

  private Optional<Parts> parts() {
    Scope scope = choice.scope();
    return new ProfitAnalysis(scope.reader(), scope.periods(), scope.slice())
        .byLeaves(DimensionRole.EMPLOYEE);
  }

  private static List<Part> sorted(Parts parts) {
    return parts.parts().stream()
        .filter(part -> part.now().present())
        .sorted(
            Comparator.comparingDouble((Part part) -> part.now().profitOrZero())
                .reversed()
                .thenComparing(part -> part.member().uniqueName()))
        .toList();
  }

  PanelView chart() {
    Optional<Parts> parts = parts();
    if (parts.isEmpty()) {
      return kit.empty("employees");
    }
    List<Part> all = sorted(parts.get());
    List<Part> top = all.subList(0, Math.min(BARS, all.size()));
    List<String> names = new ArrayList<>();
    List<Mark> now = new ArrayList<>();
    List<Mark> before = new ArrayList<>();
    for (Part part : top) {
      String address = choice.orders(part.member());
      names.add(part.member().caption());
      now.add(Mark.of(part.now().profit(), address));
      before.add(Mark.of(part.before().profit(), address));
    }
    CategoryChart chart =
        CategoryChart.lying(
            names,
            List.of(
                series("series.now", Series.Kind.BAR, Colour.CURRENT, now),
                series("series.before", Series.Kind.DOT, Colour.REFERENCE, before)));
    double topProfit = top.stream().mapToDouble(part -> part.now().profitOrZero()).sum();
    String sentence =
        kit.say(
            "employees.sentence",
            kit.numbers().whole(top.size()),
            kit.numbers().whole(all.size()),
            kit.numbers().percent(topProfit / parts.get().total().now().profit()));
    List<Block> blocks =
        List.of(
            new Block.SentenceBlock(sentence),
            kit.chart("employees", chart, "tall", table("employees", top, parts.get())));
    return kit.panel("employees", kit.compared(), blocks, "employees.how", "list.how");
  }

  private Series series(String key, Series.Kind kind, Colour colour, List<Mark> marks) {
    return Series.of(kit.text().get(key), kind, colour, ValueFormat.COMPACT, marks);
  }

  PanelView list() {
    Optional<Parts> parts = parts();
    if (parts.isEmpty()) {
      return kit.empty("employee-list");
    }
    PanelKit.Cut<Part> cut = kit.cut("employee-list", sorted(parts.get()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(table("employee-list", cut.rows(), parts.get()), false));
    blocks.addAll(cut.pager());
    return kit.panel("employee-list", kit.compared(), blocks, "employees.how", "list.how");
  }

  private DataTable table(String id, List<Part> rows, Parts parts) {
    List<Column> columns =
        List.of(
            Column.text(parts.level().caption()),
            Column.number(kit.text().get("figure.profit")),
            Column.number(kit.say("profit-share")),
            Column.number(kit.say("profit-change")),
            Column.number(kit.text().get("figure.sales")),
            Column.number(kit.say("rate")));
    List<Line> lines = new ArrayList<>();
    for (Part part : rows) {
      lines.add(
          Line.of(
              List.of(
                  Value.link(part.member().caption(), choice.orders(part.member())),
                  kit.money(part.now().profit()),
                  kit.percent(part.now().profit() / parts.total().now().profit()),
                  part.profit().comparable()
                      ? kit.change(part.profit().difference())
                      : Value.of(kit.text().get("change.new")),
                  kit.money(part.now().sales()),
                  kit.percent(part.now().rate()))));
    }
    return new DataTable(kit.title(id), columns, lines);
  }
}
