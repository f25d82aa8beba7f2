package org.quadrille.etl.sample;

import java.util.SplittableRandom;

/**
 * The seed of a run. Each thing that is drawn has a stream of its own, named by what it is and its
 * numbers, so that a change in one place of the generator does not shift all the other data.
 */
record Seed(long value) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** The stream of one thing, the same for the same seed, name and numbers. */
  Dice dice(String entity, long first, long second) {
    long state = mix(value + GOLDEN * entity.hashCode());
    state = mix(state + GOLDEN * (first + 1));
    return new Dice(new SplittableRandom(mix(state + GOLDEN * (second + 1))));
  }

  Dice dice(String entity, long first) {
    return dice(entity, first, 0);
  }

  Dice dice(String entity) {
    return dice(entity, 0, 0);
  }

  /** The finaliser of MurmurHash3 (public domain, A. Appleby). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
