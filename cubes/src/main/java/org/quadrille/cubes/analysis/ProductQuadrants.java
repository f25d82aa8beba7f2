package org.quadrille.cubes.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Products by profit rate and volume: a rate at or above its line is to be promoted, one below it
 * to be limited; the volume says how.
 *
 * @param rateLine profit rate that parts high from low
 * @param volumeLine sales that part large from small
 * @param placed those that have a profit rate
 */
public record ProductQuadrants(double rateLine, double volumeLine, List<Placed> placed) {
  /** What to do. */
  public enum Quadrant {
    /** High rate, large volume: the carriers of profit. */
    KEEP,
    /** High rate, small volume: sell more of it. */
    PROMOTE,
    /** Low rate, large volume: price, cost or terms. */
    REPAIR,
    /** Low rate, small volume: stop pushing it. */
    LIMIT
  }

  /** A product with its quadrant. */
  public record Placed(ProfitAnalysis.Part part, Quadrant quadrant) {
    public Placed {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(quadrant, "quadrant");
    }
  }

  public ProductQuadrants {
    placed = List.copyOf(placed);
  }

  /**
   * Places products; those whose sales are not above zero have no rate and are left out.
   *
   * @param rateLine NaN for the median of the rates
   * @param volumeLine NaN for the median of the sales
   */
  public static ProductQuadrants of(
      List<ProfitAnalysis.Part> parts, double rateLine, double volumeLine) {
    List<ProfitAnalysis.Part> sold = parts.stream().filter(p -> p.now().sales() > 0).toList();
    double rate = Double.isNaN(rateLine) ? median(sold, p -> p.now().rate()) : rateLine;
    double volume = Double.isNaN(volumeLine) ? median(sold, p -> p.now().sales()) : volumeLine;
    List<Placed> placed =
        sold.stream().map(part -> new Placed(part, quadrant(part, rate, volume))).toList();
    return new ProductQuadrants(rate, volume, placed);
  }

  private static Quadrant quadrant(ProfitAnalysis.Part part, double rate, double volume) {
    boolean large = part.now().sales() >= volume;
    if (part.now().rate() >= rate) {
      return large ? Quadrant.KEEP : Quadrant.PROMOTE;
    }
    return large ? Quadrant.REPAIR : Quadrant.LIMIT;
  }

  private static double median(
      List<ProfitAnalysis.Part> parts, ToDoubleFunction<ProfitAnalysis.Part> figure) {
    return median(parts.stream().mapToDouble(figure));
  }

  /** The middle value, the mean of the two middle ones for an even number; NaN for none. */
  static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    return Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElse(Double.NaN);
  }

  /** Those in a quadrant. */
  public List<Placed> in(Quadrant quadrant) {
    return placed.stream().filter(p -> p.quadrant() == quadrant).toList();
  }
}
