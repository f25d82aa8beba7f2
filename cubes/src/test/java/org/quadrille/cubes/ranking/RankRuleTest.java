package org.quadrille.cubes.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.analysis.AbcCut;
import org.quadrille.cubes.analysis.AbcLines;
import org.quadrille.cubes.analysis.Ranking.Placed;
import org.quadrille.cubes.ranking.RankRule.Mix;
import org.quadrille.cubes.ranking.RankRule.Weighted;
import org.quadrille.cubes.result.ResultMember;

final class RankRuleTest {
  private static MemberFacts member(String name, double value, double last, double sales) {
    ResultMember member =
        new ResultMember(name, name, name, "[H]", "[H].[L]", 1, null, 0, false, Map.of());
    return new MemberFacts(member, value, 1, 1, last, 0, value, value, 0, sales, 0);
  }

  private static final List<MemberFacts> MEMBERS =
      List.of(
          member("a", 10, 5, 100),
          member("b", 30, 5, 300),
          member("c", 20, 9, Double.NaN),
          member("d", 40, 1, 200));

  private static String order(RankRule rule) {
    StringBuilder order = new StringBuilder();
    for (Placed placed : rule.order(MEMBERS, Map.of()).placed()) {
      order.append(placed.item().key()).append(placed.rank()).append(' ');
    }
    return order.toString().strip();
  }

  @Test
  void theFirstCriterionDecidesAndTheNextBreaksTies() {
    assertThat(order(RankRule.by(Criterion.RECENCY))).isEqualTo("c1 a2 b2 d4");
    RankRule then =
        new RankRule(
            Mix.IN_ORDER,
            List.of(new Weighted(Criterion.RECENCY, 1), new Weighted(Criterion.VALUE, 1)));
    assertThat(order(then)).isEqualTo("c1 b2 a3 d4");
  }

  @Test
  void weightsMixPercentileScores() {
    RankRule rule =
        new RankRule(
            Mix.WEIGHTED,
            List.of(new Weighted(Criterion.VALUE, 30), new Weighted(Criterion.RECENCY, 10)));
    RankRule.Order order = rule.order(MEMBERS, Map.of());
    // Percentiles of the value: a 0, c 33.3, b 66.7, d 100; of recency: d 0, a and b 33.3, c 100.
    assertThat(order.scores().get("a")).isCloseTo(100.0 / 12, within(1e-9));
    assertThat(order.scores().get("b")).isCloseTo(0.75 * 200 / 3 + 0.25 * 100 / 3, within(1e-9));
    assertThat(order.scores().get("c")).isCloseTo(50, within(1e-9));
    assertThat(order.scores().get("d")).isCloseTo(75, within(1e-9));
    assertThat(order(rule)).isEqualTo("d1 b2 c3 a4");
  }

  @Test
  void whoHasNoFigureStandsLast() {
    assertThat(order(RankRule.by(Criterion.YEAR_SALES))).isEqualTo("b1 d2 a3 c4");
  }

  @Test
  void wrongRulesAreRefused() {
    assertThatThrownBy(() -> new RankRule(Mix.WEIGHTED, List.of(new Weighted(Criterion.VALUE, 0))))
        .hasMessageContaining("weight above zero");
    assertThatThrownBy(
            () ->
                new RankStep(
                    RankRule.by(Criterion.RECENCY),
                    new AbcCut(AbcCut.Basis.COMPUTED, AbcLines.DEFAULT)))
        .hasMessageContaining("by value only");
  }
}
