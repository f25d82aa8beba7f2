package org.quadrille.etl.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Weights of a list of things, kept as running shares so that one can be drawn by binary search.
 */
final class Weights {
  private final double[] cumulative;

  private Weights(double[] weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException("no weights");
    }
    cumulative = new double[weights.length];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
      cumulative[i] = total;
    }
    for (int i = 0; i < weights.length; i++) {
      cumulative[i] /= total;
    }
  }

  static Weights of(double... weights) {
    return new Weights(weights);
  }

  static <T> Weights of(List<T> things, ToDoubleFunction<T> weight) {
    return new Weights(things.stream().mapToDouble(weight).toArray());
  }

  /** Weights 1, 1/2^exponent, 1/3^exponent … as popularity has them. */
  static Weights zipf(int count, double exponent) {
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = StrictMath.pow(i + 1, -exponent);
    }
    return new Weights(weights);
  }

  /** The index that the position (0 to 1) falls on. */
  int at(double position) {
    int found = Arrays.binarySearch(cumulative, position);
    int index = found >= 0 ? found + 1 : -found - 1;
    return Math.min(index, cumulative.length - 1);
  }
}
