package org.quadrille.web.pareto;

import java.util.List;
import java.util.stream.Collectors;
import org.quadrille.cubes.analysis.AbcCut;
import org.quadrille.cubes.analysis.AbcLines;
import org.quadrille.cubes.ranking.RankRule;
import org.quadrille.cubes.ranking.RankRule.Mix;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** Sentences that name which rule is used. */
final class RankTexts {
  private RankTexts() {}

  /** How the shown ranking is cut. */
  static String cut(ParetoView view) {
    Messages text = view.text();
    NumberText numbers = view.numbers();
    AbcCut cut = view.chain().last().step().cut();
    AbcLines lines = cut.lines();
    String a = numbers.roundPercent(lines.a());
    String b = numbers.roundPercent(lines.b());
    return switch (cut.basis()) {
      case VALUE -> text.get("pareto.cut.value", a, b, view.measureName());
      case MEMBERS ->
          lines.a() == lines.b()
              ? text.get("pareto.cut.top", a)
              : text.get("pareto.cut.members", a, b);
      case COMPUTED -> text.get("pareto.cut.data");
    };
  }

  /** By what it is ranked. */
  static String order(ParetoView view, RankRule rule) {
    Messages text = view.text();
    List<String> criteria =
        rule.criteria().stream().map(c -> view.criterion(c.criterion())).toList();
    if (rule.mix() == Mix.WEIGHTED) {
      double all = rule.criteria().stream().mapToDouble(RankRule.Weighted::weight).sum();
      String weights =
          rule.criteria().stream()
              .map(
                  c ->
                      text.get(
                          "pareto.order.weight",
                          view.criterion(c.criterion()),
                          view.numbers().roundPercent(c.weight() / all)))
              .collect(Collectors.joining(text.get("list.separator")));
      return text.get("pareto.order.weighted", weights);
    }
    return criteria.size() == 1
        ? text.get("pareto.order.one", criteria.get(0))
        : text.get("pareto.order.two", criteria.get(0), criteria.get(1));
  }
}
