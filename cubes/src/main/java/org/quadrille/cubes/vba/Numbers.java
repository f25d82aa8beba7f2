package org.quadrille.cubes.vba;

/** Whole numbers in the smallest type that holds them. */
final class Numbers {

  // Doubles at and above this size have no fraction, and may not fit a long.
  private static final double LARGE = 9.2e18;

  private Numbers() {}

  /** An Integer or Long equal to a number without a fraction; the double itself where none is. */
  static Number whole(double value) {
    if (!(Math.abs(value) < LARGE)) {
      return value;
    }
    long number = (long) value;
    if (number == (int) number) {
      return (int) number;
    }
    return number;
  }
}
