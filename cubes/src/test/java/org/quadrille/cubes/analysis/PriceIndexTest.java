package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PriceIndexTest {
  private static PriceIndex.Item item(
      double ownPrice, double ownUnits, double otherPrice, double otherUnits) {
    return new PriceIndex.Item(ownPrice * ownUnits, ownUnits, otherPrice * otherUnits, otherUnits);
  }

  @Test
  void oneItemGivesTheRatioOfItsPrices() {
    PriceIndex index = PriceIndex.of(List.of(item(11, 7, 10, 300)));
    assertThat(index.value()).isCloseTo(110, within(1e-9));
    assertThat(index.matched()).isEqualTo(1);
  }

  @Test
  void isTheGeometricMeanOfBothWeightings() {
    PriceIndex index = PriceIndex.of(List.of(item(12, 10, 10, 90), item(9, 90, 10, 10)));
    double byOther = (12 * 90 + 9 * 10) / (10.0 * 90 + 10 * 10);
    double byOwn = (12 * 10 + 9 * 90) / (10.0 * 10 + 10 * 90);
    assertThat(index.value()).isCloseTo(100 * Math.sqrt(byOther * byOwn), within(1e-9));
  }

  @Test
  void doesNotMixTheAssortmentIn() {
    // Same prices item by item; we sell the dear one, they the cheap one.
    PriceIndex index = PriceIndex.of(List.of(item(100, 90, 100, 10), item(10, 10, 10, 90)));
    assertThat(index.value()).isCloseTo(100, within(1e-9));
  }

  @Test
  void countsWhatDoesNotMatchButLeavesItOut() {
    PriceIndex index = PriceIndex.of(List.of(item(12, 1, 10, 1), item(99, 5, 10, 0)));
    assertThat(index.value()).isCloseTo(120, within(1e-9));
    assertThat(index.matched()).isEqualTo(1);
    assertThat(index.items()).isEqualTo(2);
    assertThat(PriceIndex.of(List.of()).value()).isNaN();
  }

  @Test
  void turnsAroundWhenTheSidesAreSwapped() {
    double ours = PriceIndex.of(List.of(item(12, 3, 10, 8), item(7, 20, 9, 2))).value();
    double theirs = PriceIndex.of(List.of(item(10, 8, 12, 3), item(9, 2, 7, 20))).value();
    assertThat(ours * theirs).isCloseTo(10000, within(1e-6));
  }
}
