package org.quadrille.cubes.store;

/**
 * What statements may take of one database.
 *
 * @param statements how many run at the same time, at least 1
 * @param statementsOfOne how many of them one user may have, at least 1
 * @param rows of cells that one statement may give, at least 1
 */
public record StoreLimits(int statements, int statementsOfOne, long rows) {
  /**
   * Twice as many statements as the machine has processors, half of them for one user: the database
   * uses all processors for each, so that more at once only wait for each other.
   */
  public static StoreLimits usual() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new StoreLimits(Math.max(4, 2 * processors), Math.max(2, processors), 5_000_000);
  }

  public StoreLimits {
    if (statements < 1 || statementsOfOne < 1 || rows < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
