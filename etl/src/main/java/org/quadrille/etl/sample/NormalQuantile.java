package org.quadrille.etl.sample;

/**
 * The inverse of the standard normal distribution function: B. Moro, "The full Monte", Risk 8(2),
 * 1995 (Beasley and Springer's rational function in the middle, Moro's series in the tails); error
 * below 3e-9.
 */
final class NormalQuantile {
  private static final double[] A = {
    2.50662823884, -18.61500062529, 41.39119773534, -25.44106049637
  };
  private static final double[] B = {
    -8.47351093090, 23.08336743743, -21.06224101826, 3.13082909833
  };
  private static final double[] C = {
    0.3374754822726147, 0.9761690190917186, 0.1607979714918209,
    0.0276438810333863, 0.0038405729373609, 0.0003951896511919,
    0.0000321767881768, 0.0000002888167364, 0.0000003960315187
  };

  private NormalQuantile() {}

  /**
   * The value below which the share {@code p} of the distribution lies; {@code p} strictly between
   * 0 and 1.
   */
  static double of(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("probability must lie between 0 and 1 but is " + p);
    }
    double y = p - 0.5;
    if (StrictMath.abs(y) < 0.42) {
      double r = y * y;
      double above = y * (((A[3] * r + A[2]) * r + A[1]) * r + A[0]);
      return above / ((((B[3] * r + B[2]) * r + B[1]) * r + B[0]) * r + 1);
    }
    double r = StrictMath.log(-StrictMath.log(y > 0 ? 1 - p : p));
    double x = 0;
    for (int i = C.length - 1; i >= 0; i--) {
      x = x * r + C[i];
    }
    return y > 0 ? x : -x;
  }
}
