package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How unevenly values are spread.
 *
 * @param gini 0 where all are equal, near 1 where one has all; NaN for no values
 * @param topTen share of the ten largest
 * @param herfindahl sum of the squared shares, from 1/n to 1
 * @param lorenz the Lorenz curve from (0, 0) to (1, 1), smallest values first
 */
public record Concentration(
    double gini, double topTen, double herfindahl, List<LorenzPoint> lorenz) {
  /** More points than this a curve on a page cannot show. */
  private static final int POINTS = 100;

  /**
   * A point of the Lorenz curve.
   *
   * @param members share of the members, smallest first
   * @param value their share of the value
   */
  public record LorenzPoint(double members, double value) {}

  public Concentration {
    lorenz = List.copyOf(lorenz);
  }

  /**
   * Measures values; those at or below zero and NaN are left out. The Gini coefficient is {@code (2
   * Σ i·v₍ᵢ₎ / (n Σ v)) − (n + 1)/n} with the values ascending (Gini 1912; formula as in Damgaard
   * and Weiner, "Describing inequality in plant size or fecundity", Ecology 81, 2000, without their
   * correction for small samples).
   */
  public static Concentration of(double[] values) {
    double[] ascending = Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
    int n = ascending.length;
    double total = Arrays.stream(ascending).sum();
    if (n == 0) {
      return new Concentration(Double.NaN, Double.NaN, Double.NaN, List.of());
    }
    double weighted = 0;
    double squares = 0;
    double top = 0;
    for (int i = 0; i < n; i++) {
      double share = ascending[i] / total;
      weighted += (i + 1) * share;
      squares += share * share;
      top += i >= n - 10 ? share : 0;
    }
    double gini = 2 * weighted / n - (n + 1.0) / n;
    return new Concentration(gini, Math.min(1, top), squares, lorenz(ascending, total));
  }

  private static List<LorenzPoint> lorenz(double[] ascending, double total) {
    int n = ascending.length;
    List<LorenzPoint> points = new ArrayList<>();
    points.add(new LorenzPoint(0, 0));
    double cumulated = 0;
    int shown = 0;
    for (int i = 0; i < n; i++) {
      cumulated += ascending[i];
      int due = (int) ((i + 1L) * Math.min(POINTS, n) / n);
      if (due > shown) {
        shown = due;
        points.add(new LorenzPoint((i + 1.0) / n, i == n - 1 ? 1 : cumulated / total));
      }
    }
    return points;
  }
}
