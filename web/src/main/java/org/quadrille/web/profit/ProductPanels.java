package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.ProductQuadrants;
import org.quadrille.cubes.analysis.ProductQuadrants.Placed;
import org.quadrille.cubes.analysis.ProductQuadrants.Quadrant;
import org.quadrille.cubes.analysis.ProfitAnalysis;
import org.quadrille.cubes.analysis.ProfitAnalysis.Part;
import org.quadrille.cubes.analysis.ProfitAnalysis.Parts;
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
import org.quadrille.web.page.Scope;

/** Products by profit rate and volume: the chart and the list. */
final class ProductPanels {
  private final PanelKit kit;
  private final ProfitChoice choice;
  private final ProfitAnalysis profit;

  ProductPanels(PanelKit kit) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.choice = kit.choice();
    Scope scope = choice.scope();
    this.profit = new ProfitAnalysis(scope.reader(), scope.periods(), scope.slice());
  }

  private Optional<Parts> parts() {
    return profit.by(choice.products(), choice.productLevel());
  }

  PanelView quadrant() {
    Optional<Parts> parts = parts();
    if (parts.isEmpty()) {
      return kit.empty("quadrant");
    }
    Settings settings = choice.settings();
    ProductQuadrants quadrants =
        ProductQuadrants.of(parts.get().parts(), settings.rate(), settings.volume());
    List<Cloud> clouds = new ArrayList<>();
    for (Quadrant quadrant : Quadrant.values()) {
      List<Bubble> bubbles =
          quadrants.in(quadrant).stream()
              .map(placed -> bubble(placed.part(), parts.get()))
              .toList();
      clouds.add(new Cloud(name(quadrant), colour(quadrant), bubbles));
    }
    String rateLine = kit.numbers().percent(quadrants.rateLine());
    String volumeLine = kit.numbers().compact(quadrants.volumeLine());
    Axis across =
        new Axis(
            kit.text().get("figure.sales"),
            ValueFormat.COMPACT,
            true,
            false,
            quadrants.volumeLine(),
            volumeLine);
    Axis up = Axis.of(kit.say("rate"), ValueFormat.PERCENT, quadrants.rateLine(), rateLine);
    ScatterChart chart =
        new ScatterChart(
            across,
            up,
            kit.text().get("figure.profit"),
            ValueFormat.COMPACT,
            clouds,
            List.of(
                name(Quadrant.PROMOTE),
                name(Quadrant.KEEP),
                name(Quadrant.LIMIT),
                name(Quadrant.REPAIR)));
    String sentence =
        kit.say(
            "quadrant.sentence",
            kit.numbers().whole(quadrants.in(Quadrant.PROMOTE).size()),
            kit.numbers().whole(quadrants.in(Quadrant.LIMIT).size()),
            rateLine);
    List<Block> blocks =
        List.of(
            new Block.SentenceBlock(sentence),
            kit.chart(
                "quadrant", chart, "large", table("quadrant", quadrants.placed(), parts.get())));
    String subtitle =
        kit.text()
            .get("panel.subtitle", parts.get().level().caption(), choice.scope().periodText());
    return kit.panel("quadrant", subtitle, blocks, "quadrant.how", "quadrant.how.line");
  }

  /** The caption; with that of the parent where another product has the same. */
  private String caption(Part part, Parts parts) {
    String caption = part.member().caption();
    String parent = part.member().parent();
    long same =
        parts.parts().stream().filter(p -> p.member().caption().equals(caption)).limit(2).count();
    return same < 2 || parent == null
        ? caption
        : caption + " · " + choice.scope().reader().member(parent).caption();
  }

  private Bubble bubble(Part part, Parts parts) {
    String address = choice.scope().drill(part.member()).toString();
    return new Bubble(
        caption(part, parts), part.now().sales(), part.now().rate(), part.now().profit(), address);
  }

  private String name(Quadrant quadrant) {
    return kit.say("quadrant." + quadrant.name().toLowerCase(java.util.Locale.ROOT));
  }

  private static Colour colour(Quadrant quadrant) {
    return switch (quadrant) {
      case KEEP -> Colour.CURRENT;
      case PROMOTE -> Colour.GOOD;
      case REPAIR -> Colour.CUMULATIVE;
      case LIMIT -> Colour.BAD;
    };
  }

  /** All products, most profit first, with what to do. */
  PanelView list() {
    Optional<Parts> parts = parts();
    if (parts.isEmpty()) {
      return kit.empty("products");
    }
    Settings settings = choice.settings();
    ProductQuadrants quadrants =
        ProductQuadrants.of(parts.get().parts(), settings.rate(), settings.volume());
    List<Placed> sorted =
        quadrants.placed().stream()
            .sorted(
                Comparator.comparingDouble((Placed p) -> p.part().now().profit())
                    .reversed()
                    .thenComparing(p -> p.part().member().uniqueName()))
            .toList();
    PanelKit.Cut<Placed> cut = kit.cut("products", sorted);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(table("products", cut.rows(), parts.get()), false));
    blocks.addAll(cut.pager());
    return kit.panel("products", kit.compared(), blocks, "quadrant.how", "list.how");
  }

  private DataTable table(String id, List<Placed> placed, Parts parts) {
    List<Column> columns =
        List.of(
            Column.text(parts.level().caption()),
            Column.number(kit.text().get("figure.sales")),
            Column.number(kit.text().get("figure.profit")),
            Column.number(kit.say("profit-change")),
            Column.number(kit.say("rate")),
            Column.number(kit.say("rate-change")),
            Column.number(kit.say("profit-share")),
            Column.text(kit.say("advice")));
    List<Line> lines = new ArrayList<>();
    for (Placed one : placed) {
      Part part = one.part();
      double points = part.now().rate() - part.before().rate();
      lines.add(
          Line.of(
              List.of(
                  Value.link(caption(part, parts), choice.orders(part.member())),
                  kit.money(part.now().sales()),
                  kit.money(part.now().profit()),
                  part.profit().comparable()
                      ? kit.change(part.profit().difference())
                      : Value.of(kit.text().get("change.new")),
                  kit.percent(part.now().rate()),
                  kit.cells().signedPoints(points),
                  kit.percent(part.now().profit() / parts.total().now().profit()),
                  Value.of(name(one.quadrant())))));
    }
    return new DataTable(kit.title(id), columns, lines);
  }

  /** What a cube without products can show. */
  static boolean possible(ProfitChoice choice) {
    return choice.scope().reader().roles().dimension(DimensionRole.PRODUCT).isPresent();
  }
}
