package org.quadrille.etl.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws from one stream of random numbers. All functions go through {@link StrictMath}, so that the
 * numbers are the same on every machine.
 */
final class Dice {
  private final SplittableRandom random;

  Dice(SplittableRandom random) {
    this.random = random;
  }

  /** From 0 inclusive to 1 exclusive. */
  double uniform() {
    return random.nextDouble();
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** From 0 inclusive to {@code bound} exclusive. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends inclusive. */
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Normal with mean 0 and deviation 1, by the Box-Muller transform. */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  /** Log-normal with mean 1; {@code sigma} is the deviation of the logarithm. */
  double noise(double sigma) {
    return StrictMath.exp(sigma * gaussian() - sigma * sigma / 2);
  }

  /** Log-normal with the given median. */
  double around(double median, double sigma) {
    return median * StrictMath.exp(sigma * gaussian());
  }

  /** Poisson by Knuth's product of uniforms; by the normal approximation above a mean of 30. */
  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > 30) {
      return Math.max(0, (int) StrictMath.rint(mean + StrictMath.sqrt(mean) * gaussian()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** A whole number next to {@code value} whose expectation is {@code value}. */
  int round(double value) {
    double floor = StrictMath.floor(value);
    return (int) floor + (random.nextDouble() < value - floor ? 1 : 0);
  }

  /** An index with the probability that its weight has among all. */
  int pick(Weights weights) {
    return weights.at(random.nextDouble());
  }
}
