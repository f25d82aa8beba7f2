package org.quadrille.cubes.analysis;

/**
 * Where the classes of a ranking end.
 *
 * @param a cumulative share at which class A ends, between 0 and 1
 * @param b cumulative share at which class B ends, at least {@code a}
 */
public record AbcLines(double a, double b) {
  /** 80 % and 95 %. */
  public static final AbcLines DEFAULT = new AbcLines(0.8, 0.95);

  public AbcLines {
    if (!(a > 0 && a < 1)) {
      throw new IllegalArgumentException("the threshold lies between 0 and 1, not at " + a);
    }
    if (!(b >= a && b <= 1)) {
      throw new IllegalArgumentException("class B ends between class A's end and 1, not at " + b);
    }
  }

  /** Class A up to a threshold, class B three quarters of the way from there to the end. */
  public static AbcLines upTo(double threshold) {
    return new AbcLines(threshold, threshold + (1 - threshold) * 0.75);
  }
}
