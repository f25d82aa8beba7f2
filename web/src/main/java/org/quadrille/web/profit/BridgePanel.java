package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.ProfitAnalysis;
import org.quadrille.cubes.analysis.ProfitAnalysis.Parts;
import org.quadrille.cubes.analysis.ProfitBridge;
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

/** Why profit changed: a waterfall from last year's to this year's. */
final class BridgePanel {
  private final PanelKit kit;
  private final ProfitChoice choice;

  BridgePanel(PanelKit kit) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.choice = kit.choice();
  }

  /** A step: a level that stands on the ground, or an effect that floats. */
  private record Step(String key, double value, boolean level) {}

  PanelView panel() {
    Scope scope = choice.scope();
    ProfitAnalysis profit = new ProfitAnalysis(scope.reader(), scope.periods(), scope.slice());
    if (!profit.hasQuantity()) {
      return PanelView.empty(kit.title("bridge"), kit.say("bridge.no-quantity"));
    }
    if (scope.periods().before() == null) {
      return PanelView.empty(kit.title("bridge"), kit.say("bridge.no-before"));
    }
    Optional<Parts> parts = profit.byLeaves(DimensionRole.PRODUCT);
    if (parts.isEmpty()) {
      return kit.empty("bridge");
    }
    ProfitBridge bridge = ProfitBridge.of(parts.get().parts());
    double difference = bridge.now() - bridge.before();
    String sentence =
        kit.say(
            "bridge.sentence",
            kit.numbers().compact(bridge.now()),
            kit.numbers().signedCompact(difference),
            kit.numbers().signedPercent(parts.get().total().profit().rate()));
    List<Step> steps = steps(bridge);
    List<Block> blocks =
        List.of(
            new Block.SentenceBlock(sentence),
            kit.chart("bridge", chart(steps), "large", table(steps, bridge)),
            new Block.NotesBlock(
                List.of(kit.say("bridge.matched", kit.numbers().whole(bridge.matched())))));
    return kit.panel("bridge", kit.compared(), blocks, "bridge.how", "bridge.how.effects");
  }

  private static List<Step> steps(ProfitBridge bridge) {
    return List.of(
        new Step("before", bridge.before(), true),
        new Step("volume", bridge.volume(), false),
        new Step("mix", bridge.mix(), false),
        new Step("price", bridge.price(), false),
        new Step("cost", bridge.cost(), false),
        new Step("fresh", bridge.fresh(), false),
        new Step("gone", bridge.gone(), false),
        new Step("now", bridge.now(), true));
  }

  private CategoryChart chart(List<Step> steps) {
    List<String> names = new ArrayList<>();
    List<Mark> ground = new ArrayList<>();
    List<Mark> rises = new ArrayList<>();
    List<Mark> falls = new ArrayList<>();
    List<Mark> levels = new ArrayList<>();
    double level = 0;
    for (Step step : steps) {
      names.add(kit.say("bridge." + step.key()));
      double from = step.level() ? 0 : level;
      level = step.level() ? step.value() : level + step.value();
      ground.add(Mark.of(step.level() ? 0 : Math.min(from, level)));
      levels.add(Mark.of(step.level() ? step.value() : Double.NaN));
      rises.add(Mark.of(!step.level() && step.value() >= 0 ? step.value() : Double.NaN));
      falls.add(Mark.of(!step.level() && step.value() < 0 ? -step.value() : Double.NaN));
    }
    return CategoryChart.upright(
        names,
        List.of(
            Series.of("", Series.Kind.SPACER, Colour.REFERENCE, ValueFormat.COMPACT, ground),
            stack("figure", Colour.CURRENT, levels),
            stack("rise", Colour.GOOD, rises),
            stack("fall", Colour.BAD, falls)));
  }

  private Series stack(String key, Colour colour, List<Mark> marks) {
    return Series.of(
        kit.say("bridge." + key), Series.Kind.STACK, colour, ValueFormat.COMPACT, marks);
  }

  private DataTable table(List<Step> steps, ProfitBridge bridge) {
    List<Line> lines = new ArrayList<>();
    for (Step step : steps) {
      lines.add(
          new Line(
              List.of(
                  Value.of(kit.say("bridge." + step.key())),
                  kit.money(step.value()),
                  step.level()
                      ? Value.of("")
                      : kit.cells().signedPercent(step.value() / bridge.before())),
              step.level()));
    }
    List<Column> columns =
        List.of(
            Column.text(kit.say("bridge.effect")),
            Column.number(kit.text().get("figure.profit")),
            Column.number(kit.say("bridge.of-before")));
    return new DataTable(kit.title("bridge"), columns, lines);
  }
}
