package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.AbcCut;
import org.quadrille.cubes.analysis.Concentration;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.CurveChart;
import org.quadrille.web.chart.Guide;
import org.quadrille.web.chart.Series;
import org.quadrille.web.chart.Series.Mark;
import org.quadrille.web.chart.ValueFormat;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/**
 * Bars in the order of the ranking with the cumulative line. Where there are more members than bars
 * fit, each bar stands for a hundredth of the members and shows their mean, so that the whole
 * ranking is seen and the line is true.
 */
final class ParetoChart {
  /** So many bars can still be told apart. */
  private static final int GROUPS = 100;

  private final Messages text;
  private final NumberText numbers;
  private final String measure;

  ParetoChart(Messages text, NumberText numbers, String measure) {
    this.text = Objects.requireNonNull(text, "text");
    this.numbers = Objects.requireNonNull(numbers, "numbers");
    this.measure = Objects.requireNonNull(measure, "measure");
  }

  /** Whether a bar stands for several members. */
  static boolean groups(Ranking ranking) {
    return ranking.ranked().size() > GROUPS;
  }

  /**
   * The chart.
   *
   * @param cut how it was cut
   * @param address what a click on the bar that begins with an entry opens
   */
  CategoryChart chart(Ranking ranking, AbcCut cut, Function<Ranking.Entry, String> address) {
    List<Ranking.Entry> entries = ranking.ranked();
    int size = entries.size();
    int bars = groups(ranking) ? GROUPS : size;
    List<String> categories = new ArrayList<>();
    List<Mark> values = new ArrayList<>();
    List<Mark> cumulative = new ArrayList<>();
    int crossing = -1;
    for (int bar = 0; bar < bars; bar++) {
      int from = (int) ((long) bar * size / bars);
      int to = (int) ((bar + 1L) * size / bars);
      List<Ranking.Entry> group = entries.subList(from, to);
      Ranking.Entry first = group.get(0);
      double sum = group.stream().mapToDouble(e -> e.item().value()).sum();
      categories.add(group.size() == 1 ? first.item().caption() : ranks(from + 1, to));
      values.add(new Mark(sum / group.size(), address.apply(first), colour(first.abc())));
      cumulative.add(Mark.of(group.get(group.size() - 1).cumulative()));
      if (first.abc() == AbcClass.A) {
        crossing = bar;
      }
    }
    String bar = groups(ranking) ? text.get("pareto.mean", measure) : measure;
    List<Series> series =
        List.of(
            Series.of(bar, Series.Kind.BAR, Colour.CLASS_A, ValueFormat.COMPACT, values),
            new Series(
                text.get("pareto.cumulative"),
                Series.Kind.LINE,
                Colour.CUMULATIVE,
                ValueFormat.PERCENT,
                true,
                cumulative));
    return new CategoryChart(
        categories, series, guides(ranking, cut, crossing), false, false, true);
  }

  private List<Guide> guides(Ranking ranking, AbcCut cut, int crossing) {
    List<Guide> guides = new ArrayList<>();
    if (cut.basis() == AbcCut.Basis.VALUE) {
      double threshold = ranking.lines().a();
      String label = numbers.roundPercent(threshold);
      guides.add(new Guide(label, threshold, false, true, Colour.THRESHOLD));
    }
    if (crossing >= 0) {
      String few = text.get("pareto.few", numbers.percent(ranking.vitalFew()));
      guides.add(new Guide(few, crossing, true, true, Colour.THRESHOLD));
    }
    return guides;
  }

  private String ranks(int from, int to) {
    return text.get("pareto.ranks", numbers.whole(from), numbers.whole(to));
  }

  private static Colour colour(AbcClass abc) {
    return switch (abc) {
      case A -> Colour.CLASS_A;
      case B -> Colour.CLASS_B;
      case C, D -> Colour.CLASS_C;
    };
  }

  /** The Lorenz curve with the line of equal shares. */
  CurveChart lorenz(Concentration concentration) {
    List<CurveChart.Point> points =
        concentration.lorenz().stream()
            .map(p -> new CurveChart.Point(p.members(), p.value()))
            .toList();
    List<CurveChart.Point> equal = List.of(new CurveChart.Point(0, 0), new CurveChart.Point(1, 1));
    return new CurveChart(
        text.get("lorenz.members"),
        text.get("lorenz.value", measure),
        List.of(
            new CurveChart.Curve(text.get("lorenz.curve"), Colour.CURRENT, false, points),
            new CurveChart.Curve(text.get("lorenz.equal"), Colour.REFERENCE, true, equal)));
  }
}
