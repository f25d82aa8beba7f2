package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.analysis.SalesAnalysis.Figure;
import org.quadrille.cubes.analysis.SalesAnalysis.Item;
import org.quadrille.cubes.result.ResultMember;

final class SalesAnalysisTest {
  private static Item item(String name, double now, double before) {
    ResultMember member =
        new ResultMember(
            name, "[C].[" + name + "]", name, "[C]", "[C].[C]", 1, null, 0, false, Map.of());
    return new Item(member, new Change(now, before));
  }

  @Test
  void profitIsSalesLessCost() {
    Map<Figure, Change> figures =
        SalesAnalysis.figures(
            Map.of(
                MeasureRole.SALES, new Change(200, 100),
                MeasureRole.COST, new Change(150, 80),
                MeasureRole.ORDERS, new Change(4, 0)));
    assertThat(figures)
        .containsEntry(Figure.PROFIT, new Change(50, 20))
        .containsEntry(Figure.MARGIN, new Change(0.25, 0.2))
        .containsEntry(Figure.ORDER_VALUE, new Change(50, Double.NaN))
        .doesNotContainKey(Figure.CUSTOMERS);
  }

  @Test
  void aMeasureOfProfitStandsInWhereThereIsNoCost() {
    Map<Figure, Change> figures =
        SalesAnalysis.figures(
            Map.of(
                MeasureRole.SALES, new Change(200, Double.NaN),
                MeasureRole.PROFIT, new Change(30, Double.NaN)));
    assertThat(figures.get(Figure.MARGIN).now()).isEqualTo(0.15);
    assertThat(figures).doesNotContainKey(Figure.ORDERS);
  }

  @Test
  void moversAreOrderedByTheSizeOfTheirChange() {
    SalesAnalysis.Movers movers =
        SalesAnalysis.movers(
            List.of(
                item("same", 5, 5),
                item("new", 40, Double.NaN),
                item("gone", Double.NaN, 70),
                item("up", 110, 100),
                item("down", 80, 100)),
            2);
    assertThat(movers.rising()).extracting(i -> i.member().name()).containsExactly("new", "up");
    assertThat(movers.falling()).extracting(i -> i.member().name()).containsExactly("gone", "down");
  }

  @Test
  void aRateNeedsSomethingToCompareWith() {
    assertThat(new Change(110, 100).rate()).isEqualTo(0.1);
    assertThat(new Change(110, 0).rate()).isNaN();
    assertThat(new Change(110, -5).rate()).isNaN();
    assertThat(new Change(Double.NaN, Double.NaN).difference()).isNaN();
    assertThat(new Change(7, Double.NaN).difference()).isEqualTo(7);
  }
}
