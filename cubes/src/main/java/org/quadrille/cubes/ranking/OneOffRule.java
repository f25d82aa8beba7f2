package org.quadrille.cubes.ranking;

/**
 * Whose value rests on one purchase.
 *
 * @param share marked if the largest order or the best month has at least this share of the value;
 *     above 1 for no such rule
 * @param months marked if it ordered in fewer months of the period than this
 * @param leaveOut whether those who are marked are left out of the ranking
 */
public record OneOffRule(double share, int months, boolean leaveOut) {
  /** Four fifths in one order or month; marked only. */
  public static final OneOffRule DEFAULT = new OneOffRule(0.8, 0, false);

  public OneOffRule {
    if (!(share > 0) || months < 0) {
      throw new IllegalArgumentException("no rule: share " + share + ", months " + months);
    }
  }

  /** Whether a member with a value above zero is one. */
  public boolean marks(MemberFacts facts) {
    return facts.value() > 0
        && (facts.orderShare() >= share || facts.monthShare() >= share || facts.months() < months);
  }
}
