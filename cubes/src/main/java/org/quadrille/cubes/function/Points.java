package org.quadrille.cubes.function;

import java.util.Arrays;

/** Points in the plane and the straight line nearest to them by least squares of y. */
final class Points {
  private final double[] x;
  private final double[] y;
  private final double meanX;
  private final double meanY;

  /** As many x as y. */
  Points(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    this.meanX = Arrays.stream(x).average().orElse(Double.NaN);
    this.meanY = Arrays.stream(y).average().orElse(Double.NaN);
  }

  boolean isEmpty() {
    return x.length == 0;
  }

  private double products(double[] a, double meanA, double[] b, double meanB) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }

  double covariance(boolean population) {
    return products(x, meanX, y, meanY) / (population ? x.length : x.length - 1);
  }

  double correlation() {
    return products(x, meanX, y, meanY)
        / Math.sqrt(products(x, meanX, x, meanX) * products(y, meanY, y, meanY));
  }

  double slope() {
    return products(x, meanX, y, meanY) / products(x, meanX, x, meanX);
  }

  double intercept() {
    return meanY - slope() * meanX;
  }

  /** The squares of the line's distances from the mean by those of the points. */
  double explained() {
    double slope = slope();
    double intercept = intercept();
    double line = 0;
    for (double at : x) {
      double distance = slope * at + intercept - meanY;
      line += distance * distance;
    }
    return line / products(y, meanY, y, meanY);
  }

  double residual() {
    double slope = slope();
    double intercept = intercept();
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double distance = y[i] - slope * x[i] - intercept;
      squares += distance * distance;
    }
    return squares / x.length;
  }
}
