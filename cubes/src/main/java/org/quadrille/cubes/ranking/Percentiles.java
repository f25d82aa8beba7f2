package org.quadrille.cubes.ranking;

import java.util.Arrays;

/** Percentile scores, so that criteria of different units can be added up. */
final class Percentiles {
  private Percentiles() {}

  /**
   * Scores from 0 for the worst to 100 for the best: the share of the others that are worse, as
   * SQL's PERCENT_RANK. Equal values have the same; NaN counts as worse than any value. A single
   * one has 100.
   */
  static double[] of(double[] values) {
    double[] sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      sorted[i] = orWorst(values[i]);
    }
    Arrays.sort(sorted);
    double[] scores = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int worse = lower(sorted, orWorst(values[i]));
      scores[i] = values.length == 1 ? 100 : 100.0 * worse / (values.length - 1);
    }
    return scores;
  }

  private static double orWorst(double value) {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  /** How many are below a value. */
  private static int lower(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
