package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.CustomerBook;
import org.quadrille.cubes.analysis.CustomerPyramid;
import org.quadrille.cubes.analysis.CustomerPyramid.Candidate;
import org.quadrille.cubes.analysis.CustomerPyramid.Tier;
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

/** The customer pyramid and who could climb it. */
final class PyramidPanels {
  private final PanelKit kit;
  private final CustomerBook book;
  private final CustomerPyramid pyramid;

  PyramidPanels(PanelKit kit, CustomerBook book) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.book = Objects.requireNonNull(book, "book");
    Settings settings = kit.choice().settings();
    this.pyramid = CustomerPyramid.of(book, settings.tiers(), settings.near());
  }

  private String tierName(int tier) {
    List<Tier> tiers = pyramid.tiers();
    String until = kit.numbers().roundPercent(tiers.get(tier).share());
    if (tier == 0) {
      return kit.say("tier.top", until);
    }
    double from = tiers.get(tier - 1).share();
    return tier == tiers.size() - 1
        ? kit.say("tier.rest", kit.numbers().roundPercent(1 - from))
        : kit.say("tier.next", kit.numbers().roundPercent(tiers.get(tier).share() - from));
  }

  PanelView pyramid() {
    List<Tier> tiers = pyramid.tiers();
    double count = tiers.stream().mapToDouble(Tier::count).sum();
    double sales = tiers.stream().mapToDouble(Tier::sales).sum();
    double profit = tiers.stream().mapToDouble(Tier::profit).sum();
    if (count == 0) {
      return kit.empty("pyramid");
    }
    List<String> names = new ArrayList<>();
    List<Mark> ofCount = new ArrayList<>();
    List<Mark> ofSales = new ArrayList<>();
    List<Mark> ofProfit = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      names.add(tierName(i));
      ofCount.add(Mark.of(tiers.get(i).count() / count));
      ofSales.add(Mark.of(tiers.get(i).sales() / sales));
      ofProfit.add(Mark.of(tiers.get(i).profit() / profit));
    }
    CategoryChart chart =
        CategoryChart.lying(
            names,
            List.of(
                bars("customers", Colour.PREVIOUS, ofCount),
                bars("sales", Colour.CLASS_B, ofSales),
                bars("profit", Colour.CURRENT, ofProfit)));
    Tier last = tiers.get(tiers.size() - 1);
    String sentence =
        kit.say(
            "pyramid.sentence",
            kit.numbers().whole(count - last.count()),
            kit.numbers().percent(1 - last.count() / count),
            kit.numbers().percent(1 - last.profit() / profit),
            book.gradedYear().caption());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence));
    blocks.add(kit.chart("pyramid", chart, "medium", table("pyramid", tiers)));
    blocks.add(new Block.TableBlock(promotions(tiers), false));
    if (pyramid.idle() > 0) {
      String idle = kit.numbers().whole(pyramid.idle());
      blocks.add(new Block.NotesBlock(List.of(kit.say("pyramid.idle", idle))));
    }
    String year = kit.text().get("period.year", book.gradedYear().caption());
    return kit.panel("pyramid", year, blocks, "pyramid.how", "candidates.how");
  }

  private Series bars(String key, Colour colour, List<Mark> marks) {
    return Series.of(
        kit.say("share-of." + key), Series.Kind.BAR, colour, ValueFormat.PERCENT, marks);
  }

  private DataTable table(String id, List<Tier> tiers) {
    List<Column> columns =
        List.of(
            Column.text(kit.say("tier")),
            Column.number(kit.text().get("figure.customers")),
            Column.number(kit.text().get("figure.sales")),
            Column.number(kit.text().get("figure.profit")),
            Column.number(kit.say("rate")),
            Column.number(kit.say("least")),
            Column.number(kit.say("candidates")),
            Column.number(kit.say("potential")));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      List<Candidate> up = pyramid.candidatesOf(i);
      lines.add(
          Line.of(
              List.of(
                  Value.of(tierName(i)),
                  kit.cells().whole(tier.count()),
                  kit.cells().compact(tier.sales()),
                  kit.cells().compact(tier.profit()),
                  kit.percent(tier.rate()),
                  kit.cells().compact(tier.least()),
                  Value.of(i == 0 ? "" : kit.numbers().whole(up.size())),
                  Value.of(i == 0 ? "" : kit.numbers().signedCompact(CustomerPyramid.gain(up))))));
    }
    return new DataTable(kit.title(id), columns, lines);
  }

  /** What promotion would bring, by the tier that it starts from. */
  private DataTable promotions(List<Tier> tiers) {
    List<Column> columns =
        List.of(
            Column.text(kit.say("tier.from-to")),
            Column.number(kit.say("least")),
            Column.number(kit.say("candidates")),
            Column.number(kit.say("gain")));
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < tiers.size(); i++) {
      List<Candidate> up = pyramid.candidatesOf(i);
      lines.add(
          Line.of(
              List.of(
                  Value.of(kit.say("tier.to", tierName(i), tierName(i - 1))),
                  kit.cells().compact(tiers.get(i - 1).least()),
                  kit.cells().whole(up.size()),
                  kit.cells().signedCompact(CustomerPyramid.gain(up)))));
    }
    return new DataTable(kit.title("candidates"), columns, lines);
  }

  /** Who is just below the next tier, and what the step up would bring. */
  PanelView candidates() {
    List<Candidate> all = pyramid.candidates();
    if (all.isEmpty()) {
      return PanelView.empty(kit.title("candidates"), kit.say("candidates.none"));
    }
    PanelKit.Cut<Candidate> cut = kit.cut("candidates", all);
    List<Column> columns =
        List.of(
            Column.text(kit.text().get("dimension.customer")),
            Column.text(kit.say("tier")),
            Column.number(kit.text().get("figure.sales")),
            Column.number(kit.say("missing")),
            Column.number(kit.say("gain")),
            Column.number(kit.say("typical")));
    List<Line> lines = new ArrayList<>();
    for (Candidate one : cut.rows()) {
      lines.add(
          Line.of(
              List.of(
                  Value.link(
                      one.customer().member().caption(),
                      kit.choice().orders(one.customer().member())),
                  Value.of(kit.say("tier.to", tierName(one.tier()), tierName(one.tier() - 1))),
                  kit.money(one.contribution().sales()),
                  kit.money(one.missing()),
                  kit.money(one.gain()),
                  kit.money(one.typical()))));
    }
    String sentence =
        kit.say(
            "candidates.sentence",
            kit.numbers().whole(all.size()),
            kit.numbers().roundPercent(kit.choice().settings().near()),
            kit.numbers().compact(CustomerPyramid.gain(all)));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence));
    blocks.add(new Block.TableBlock(new DataTable(kit.title("candidates"), columns, lines), false));
    blocks.addAll(cut.pager());
    String year = kit.text().get("period.year", book.gradedYear().caption());
    return kit.panel("candidates", year, blocks, "candidates.how", "list.how");
  }
}
