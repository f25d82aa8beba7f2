package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PriceIndexTest {
  /** Items as rows of own price, own units, other price, other units; sums as the database does. */
  private static PriceIndex index(double[]... items) {
    double ownAtOther = 0;
    double other = 0;
    double own = 0;
    double otherAtOwn = 0;
    for (double[] item : items) {
      ownAtOther += item[0] * item[3];
      other += item[2] * item[3];
      own += item[0] * item[1];
      otherAtOwn += item[2] * item[1];
    }
    return PriceIndex.of(ownAtOther, other, own, otherAtOwn, items.length);
  }

  private static double[] item(double... figures) {
    return figures;
  }

  @Test
  void oneItemGivesTheRatioOfItsPrices() {
    assertThat(index(item(11, 7, 10, 300)).value()).isCloseTo(110, within(1e-9));
  }

  @Test
  void isTheGeometricMeanOfBothWeightings() {
    double byOther = (12 * 90 + 9 * 10) / (10.0 * 90 + 10 * 10);
    double byOwn = (12 * 10 + 9 * 90) / (10.0 * 10 + 10 * 90);
    assertThat(index(item(12, 10, 10, 90), item(9, 90, 10, 10)).value())
        .isCloseTo(100 * Math.sqrt(byOther * byOwn), within(1e-9));
  }

  @Test
  void doesNotMixTheAssortmentIn() {
    // Same prices item by item; we sell the dear one, they the cheap one.
    assertThat(index(item(100, 90, 100, 10), item(10, 10, 10, 90)).value())
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void nothingMatchedIsNoIndex() {
    assertThat(index()).isEqualTo(PriceIndex.NONE);
  }

  @Test
  void turnsAroundWhenTheSidesAreSwapped() {
    double ours = index(item(12, 3, 10, 8), item(7, 20, 9, 2)).value();
    double theirs = index(item(10, 8, 12, 3), item(9, 2, 7, 20)).value();
    assertThat(ours * theirs).isCloseTo(10000, within(1e-6));
  }
}
