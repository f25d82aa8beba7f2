package org.quadrille.cubes.ranking;

/**
 * Who counts as active.
 *
 * @param months ordered in the last so many months up to the end of the period; 0 for no such rule
 * @param orders at least so many orders in the period; 0 for no such rule
 */
public record ActiveRule(int months, int orders) {
  /** All count. */
  public static final ActiveRule ALL = new ActiveRule(0, 0);

  public ActiveRule {
    if (months < 0 || orders < 0) {
      throw new IllegalArgumentException("months and orders are not negative");
    }
  }

  /**
   * Whether a member is active.
   *
   * @param lastMonth place of the last month of the period
   */
  boolean holds(MemberFacts facts, int lastMonth) {
    return (months == 0 || facts.lastMonth() > lastMonth - months) && facts.orders() >= orders;
  }
}
