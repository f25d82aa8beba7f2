package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ConcentrationTest {
  @Test
  void equalValuesHaveNoConcentration() {
    Concentration equal = Concentration.of(new double[] {5, 5, 5, 5});
    assertThat(equal.gini()).isCloseTo(0, within(1e-12));
    assertThat(equal.herfindahl()).isCloseTo(0.25, within(1e-12));
    assertThat(equal.lorenz())
        .allSatisfy(p -> assertThat(p.value()).isCloseTo(p.members(), within(1e-12)));
  }

  @Test
  void giniOfOneToFour() {
    // Mean absolute difference of 1, 2, 3, 4 is 20/16; divided by twice the mean 5/2 gives 1/4.
    assertThat(Concentration.of(new double[] {4, 1, 3, 2}).gini()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void giniEqualsTheMeanDifferenceOfAllPairs() {
    double[] values = {12, 0.5, 7, 7, 31, 2, 18, 44, 1};
    double differences = 0;
    for (double a : values) {
      for (double b : values) {
        differences += Math.abs(a - b);
      }
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double expected = differences / (2 * values.length * values.length * mean);
    assertThat(Concentration.of(values).gini()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void leavesOutWhatIsNotAboveZero() {
    Concentration some = Concentration.of(new double[] {3, -2, 0, Double.NaN, 1});
    assertThat(some.gini()).isCloseTo(0.25, within(1e-12));
    assertThat(Concentration.of(new double[] {-1}).gini()).isNaN();
  }

  @Test
  void theCurveHasAtMostAHundredStepsAndEndsAtOne() {
    double[] values = new double[12345];
    Arrays.setAll(values, i -> i + 1.0);
    Concentration concentration = Concentration.of(values);
    assertThat(concentration.lorenz()).hasSize(101);
    assertThat(concentration.lorenz().get(100)).isEqualTo(new Concentration.LorenzPoint(1, 1));
    assertThat(concentration.lorenz().get(50).members()).isCloseTo(0.5, within(1e-3));
    assertThat(concentration.topTen()).isLessThan(0.01);
  }
}
