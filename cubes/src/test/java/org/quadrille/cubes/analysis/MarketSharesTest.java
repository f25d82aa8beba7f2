package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quadrille.cubes.analysis.MarketShares.Basis;
import org.quadrille.cubes.analysis.MarketShares.Standing;
import org.quadrille.cubes.result.ResultMember;

final class MarketSharesTest {
  private static Standing standing(String name, double now, double before) {
    ResultMember member =
        new ResultMember(
            name, "[C].[" + name + "]", name, "[C]", "[C].[C]", 1, null, 0, false, Map.of());
    Change change = new Change(now, before);
    return new Standing(
        new Competitor(member, name.equals("OWN")),
        change,
        change,
        new Change(Double.NaN, Double.NaN));
  }

  private final MarketShares shares =
      new MarketShares(
          null,
          List.of(standing("OWN", 30, 25), standing("X", 50, Double.NaN), standing("Y", 20, 75)));

  @Test
  void sharesAreOfAllWhoWereObserved() {
    assertThat(shares.share("[C].[OWN]", Basis.VALUE)).isEqualTo(new Change(0.3, 0.25));
    assertThat(shares.share("[C].[X]", Basis.UNITS).before()).isNaN();
    assertThat(shares.total(Basis.VALUE)).isEqualTo(new Change(100, 100));
    assertThat(shares.herfindahl()).isCloseTo(0.38, within(1e-12));
  }

  @Test
  void whatWasNotObservedHasNoShare() {
    assertThat(shares.share("[C].[Z]", Basis.VALUE).now()).isNaN();
    assertThat(shares.share("[C].[OWN]", Basis.ADVERTISING).now()).isNaN();
  }

  @Test
  void openBidsDoNotCountInTheWinRate() {
    BidAnalysis.Tally tally = new BidAnalysis.Tally(10, 3, 5, 600, 400);
    assertThat(tally.open()).isEqualTo(2);
    assertThat(tally.winRate()).isCloseTo(0.375, within(1e-12));
    assertThat(tally.winRateByAmount()).isCloseTo(0.6, within(1e-12));
    assertThat(new BidAnalysis.Tally(2, 0, 0, 0, 0).winRate()).isNaN();
  }
}
