package org.quadrille.cubes.analysis;

/**
 * A figure now and a year before.
 *
 * @param now NaN where there is none
 * @param before NaN where there is none
 */
public record Change(double now, double before) {
  /** The difference; an empty side counts as nothing. NaN where both are empty. */
  public double difference() {
    if (Double.isNaN(now) && Double.isNaN(before)) {
      return Double.NaN;
    }
    return orZero(now) - orZero(before);
  }

  /** The difference as a share of the figure before; NaN where that is empty, zero or negative. */
  public double rate() {
    return before > 0 && !Double.isNaN(now) ? (now - before) / before : Double.NaN;
  }

  /** Whether both sides have a figure. */
  public boolean comparable() {
    return !Double.isNaN(now) && !Double.isNaN(before);
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
