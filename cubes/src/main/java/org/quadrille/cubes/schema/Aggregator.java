package org.quadrille.cubes.schema;

/** How a measure aggregates rows. */
public enum Aggregator {
  SUM,
  COUNT,
  MIN,
  MAX,
  AVG,
  DISTINCT_COUNT;

  /** Whether coarser values can be computed from finer ones. */
  public boolean rollsUp() {
    return this == SUM || this == COUNT || this == MIN || this == MAX;
  }
}
