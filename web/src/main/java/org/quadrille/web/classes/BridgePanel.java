package org.quadrille.web.classes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.classes.Bridge;
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
import org.quadrille.web.text.Messages;

/** The change of the value between two months: new, reactivated, grown, shrunk, lost. */
final class BridgePanel {
  private final ClassesView view;
  private final Messages text;
  private final Bridge bridge;

  BridgePanel(ClassesView view, Bridge bridge) {
    this.view = Objects.requireNonNull(view, "view");
    this.text = view.text();
    this.bridge = Objects.requireNonNull(bridge, "bridge");
  }

  /** A step: a total that stands on the ground, or a part of the change that floats. */
  private record Step(String name, BigDecimal value, boolean total) {}

  PanelView panel() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(view.choice().monthText(view.choice().against()), bridge.before(), true));
    steps.add(new Step(text.get("classes.bridge.new"), bridge.fresh(), false));
    steps.add(new Step(text.get("classes.bridge.reactivated"), bridge.reactivated(), false));
    steps.add(new Step(text.get("classes.bridge.grown"), bridge.grown(), false));
    steps.add(new Step(text.get("classes.bridge.shrunk"), bridge.shrunk(), false));
    steps.add(new Step(text.get("classes.bridge.lost"), bridge.lost(), false));
    if (bridge.returns().signum() != 0) {
      steps.add(new Step(text.get("classes.bridge.returns"), bridge.returns(), false));
    }
    steps.add(new Step(view.choice().monthText(view.choice().month()), bridge.now(), true));
    double change = bridge.now().subtract(bridge.before()).doubleValue();
    String sentence =
        text.get(
            "classes.bridge.sentence",
            view.measure(),
            view.numbers().compact(bridge.before().doubleValue()),
            view.numbers().compact(bridge.now().doubleValue()),
            view.numbers().signedCompact(change));
    DataTable table = table(steps);
    String json = view.context().charts().write(chart(steps));
    return view.panel(
        "bridge",
        view.months(),
        List.of(
            new Block.SentenceBlock(sentence),
            new Block.ChartBlock(json, sentence, "medium", table)),
        "classes.how.bridge");
  }

  private CategoryChart chart(List<Step> steps) {
    List<String> names = new ArrayList<>();
    List<Mark> ground = new ArrayList<>();
    List<Mark> totals = new ArrayList<>();
    List<Mark> rises = new ArrayList<>();
    List<Mark> falls = new ArrayList<>();
    double level = 0;
    for (Step step : steps) {
      double value = step.value().doubleValue();
      double from = step.total() ? 0 : level;
      level = step.total() ? value : level + value;
      names.add(step.name());
      ground.add(Mark.of(step.total() ? 0 : Math.min(from, level)));
      totals.add(Mark.of(step.total() ? value : Double.NaN));
      rises.add(Mark.of(!step.total() && value >= 0 ? value : Double.NaN));
      falls.add(Mark.of(!step.total() && value < 0 ? -value : Double.NaN));
    }
    return CategoryChart.upright(
        names,
        List.of(
            Series.of("", Series.Kind.SPACER, Colour.REFERENCE, ValueFormat.COMPACT, ground),
            stack(view.measure(), Colour.CURRENT, totals),
            stack(text.get("classes.bridge.more"), Colour.GOOD, rises),
            stack(text.get("classes.bridge.less"), Colour.BAD, falls)));
  }

  private static Series stack(String name, Colour colour, List<Mark> marks) {
    return Series.of(name, Series.Kind.STACK, colour, ValueFormat.COMPACT, marks);
  }

  private DataTable table(List<Step> steps) {
    List<Line> lines = new ArrayList<>();
    for (Step step : steps) {
      lines.add(new Line(List.of(Value.of(step.name()), view.money(step.value())), step.total()));
    }
    return new DataTable(
        view.title("bridge"),
        List.of(Column.text(text.get("classes.bridge.part")), Column.number(view.measure())),
        lines);
  }
}
