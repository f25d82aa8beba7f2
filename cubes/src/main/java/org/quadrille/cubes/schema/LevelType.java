package org.quadrille.cubes.schema;

/** What a level's members stand for in time. */
public enum LevelType {
  REGULAR,
  TIME_YEARS,
  TIME_HALF_YEARS,
  TIME_QUARTERS,
  TIME_MONTHS,
  TIME_WEEKS,
  TIME_DAYS,
  TIME_HOURS,
  TIME_MINUTES,
  TIME_SECONDS,
  TIME_UNDEFINED;

  /** Whether this is a level of time. */
  public boolean isTime() {
    return this != REGULAR;
  }
}
