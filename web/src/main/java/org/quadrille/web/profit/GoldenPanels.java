package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.CustomerBook;
import org.quadrille.cubes.analysis.CustomerBookReader;
import org.quadrille.cubes.analysis.GoldenCustomers;
import org.quadrille.cubes.analysis.GoldenCustomers.Spender;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.ScatterChart;
import org.quadrille.web.chart.ScatterChart.Axis;
import org.quadrille.web.chart.ScatterChart.Bubble;
import org.quadrille.web.chart.ScatterChart.Cloud;
import org.quadrille.web.chart.ValueFormat;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;

/** Golden customers: who spends most, and most steadily. */
final class GoldenPanels {
  /** Spenders that a chart can hold; the largest are drawn. */
  private static final int DOTS = 400;

  private final PanelKit kit;
  private final CustomerBook book;
  private final GoldenCustomers golden;

  GoldenPanels(PanelKit kit, CustomerBook book) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.book = Objects.requireNonNull(book, "book");
    Settings settings = kit.choice().settings();
    this.golden = GoldenCustomers.of(book, settings.top(), settings.steady());
  }

  private boolean tooShort() {
    return book.months().size() < CustomerBookReader.MONTHS;
  }

  private PanelView tooShort(String id) {
    return PanelView.empty(
        kit.title(id), kit.say("golden.too-short", kit.numbers().whole(book.months().size())));
  }

  PanelView chart() {
    if (tooShort()) {
      return tooShort("golden");
    }
    if (golden.spenders().isEmpty()) {
      return kit.empty("golden");
    }
    List<Spender> drawn = golden.spenders().subList(0, Math.min(DOTS, golden.spenders().size()));
    List<Bubble> gold = new ArrayList<>();
    List<Bubble> others = new ArrayList<>();
    for (Spender spender : drawn) {
      (spender.golden() ? gold : others)
          .add(
              new Bubble(
                  spender.customer().member().caption(),
                  spender.variation(),
                  spender.mean(),
                  Double.NaN,
                  kit.choice().orders(spender.customer().member())));
    }
    Axis across =
        Axis.of(
            kit.say("variation"),
            ValueFormat.DECIMAL,
            golden.steadyLine(),
            kit.numbers().decimal(golden.steadyLine(), 2));
    Axis up =
        new Axis(
            kit.say("monthly"),
            ValueFormat.COMPACT,
            true,
            false,
            golden.levelLine(),
            kit.numbers().compact(golden.levelLine()));
    ScatterChart chart =
        new ScatterChart(
            across,
            up,
            "",
            ValueFormat.COMPACT,
            List.of(
                new Cloud(kit.say("golden"), Colour.CUMULATIVE, gold),
                new Cloud(kit.say("golden.others"), Colour.PREVIOUS, others)),
            List.of());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence()));
    List<Spender> listed = drawn.subList(0, Math.min(PanelKit.ROWS, drawn.size()));
    blocks.add(kit.chart("golden", chart, "large", table("golden", listed)));
    if (drawn.size() < golden.spenders().size()) {
      String all = kit.numbers().whole(golden.spenders().size());
      blocks.add(
          new Block.NotesBlock(List.of(kit.say("golden.drawn", kit.numbers().whole(DOTS), all))));
    }
    return kit.panel("golden", months(), blocks, "golden.how", "golden.how.variation");
  }

  private String sentence() {
    List<Spender> found = golden.golden();
    double all = golden.spenders().stream().mapToDouble(Spender::mean).sum();
    double share = found.stream().mapToDouble(Spender::mean).sum() / all;
    return kit.say(
        "golden.sentence",
        kit.numbers().whole(found.size()),
        kit.numbers().whole(golden.spenders().size()),
        kit.numbers().percent(share));
  }

  private String months() {
    return kit.say("golden.months", kit.numbers().whole(book.months().size()));
  }

  PanelView list() {
    if (tooShort()) {
      return tooShort("golden-list");
    }
    if (golden.golden().isEmpty()) {
      return PanelView.empty(kit.title("golden-list"), kit.say("golden.none"));
    }
    PanelKit.Cut<Spender> cut = kit.cut("golden-list", golden.golden());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(table("golden-list", cut.rows()), false));
    blocks.addAll(cut.pager());
    return kit.panel("golden-list", months(), blocks, "golden.how", "list.how");
  }

  private DataTable table(String id, List<Spender> rows) {
    String profit = kit.say("profit-of", book.gradedYear().caption());
    List<Column> columns =
        List.of(
            Column.text(kit.text().get("dimension.customer")),
            Column.number(kit.say("monthly")),
            Column.number(kit.say("variation")),
            Column.number(profit),
            Column.number(kit.say("rate")));
    List<Line> lines = new ArrayList<>();
    for (Spender one : rows) {
      lines.add(
          new Line(
              List.of(
                  Value.link(
                      one.customer().member().caption(),
                      kit.choice().orders(one.customer().member())),
                  kit.money(one.mean()),
                  kit.cells().decimal(one.variation(), 2),
                  kit.money(book.graded(one.customer()).profit()),
                  kit.percent(book.graded(one.customer()).rate())),
              one.golden() && id.equals("golden")));
    }
    return new DataTable(kit.title(id), columns, lines);
  }
}
