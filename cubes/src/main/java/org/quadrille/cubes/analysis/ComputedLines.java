package org.quadrille.cubes.analysis;

/**
 * Class borders that the data choose: points of the ABC curve (share of the members across, best
 * first, their cumulative share of the value up). One is the point nearest to the ideal (0, 1), one
 * the last member whose value is not below the mean, where the curve's slope is 1. The earlier of
 * the two ends class A; class B ends at the point nearest to (x of the later one, 1). After Ultsch
 * and Lötsch, "Computed ABC analysis for rational selection of most informative variables", PLoS
 * ONE 10(6), 2015; without their spline between the points.
 *
 * @param a number of members in class A
 * @param b number of members in classes A and B
 */
public record ComputedLines(int a, int b) {
  /**
   * The borders.
   *
   * @param descending values above zero, largest first
   */
  public static ComputedLines of(double[] descending) {
    int n = descending.length;
    if (n == 0) {
      return new ComputedLines(0, 0);
    }
    double total = 0;
    for (double value : descending) {
      total += value;
    }
    double[] share = new double[n];
    double sum = 0;
    int even = 0;
    for (int i = 0; i < n; i++) {
      sum += descending[i];
      share[i] = sum / total;
      even = descending[i] * n >= total * (1 - 1e-12) ? i + 1 : even;
    }
    int ideal = nearest(share, 0);
    int first = Math.min(ideal, even);
    int later = Math.max(ideal, even);
    int b = nearest(share, (double) later / n);
    return new ComputedLines(first, Math.max(first, b));
  }

  /** How many members the point of the curve nearest to (x, 1) covers. */
  private static int nearest(double[] share, double x) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < share.length; i++) {
      double across = (i + 1.0) / share.length - x;
      double distance = across * across + (1 - share[i]) * (1 - share[i]);
      if (distance < least - 1e-15) {
        least = distance;
        best = i + 1;
      }
    }
    return best;
  }
}
