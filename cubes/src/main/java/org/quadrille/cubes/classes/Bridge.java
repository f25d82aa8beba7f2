package org.quadrille.cubes.classes;

import java.math.BigDecimal;
import java.util.List;

/**
 * The change of the value between two months, taken apart; the parts add up exactly.
 *
 * @param fresh value of those who ordered for the first time after the earlier month
 * @param reactivated change of those who were not above zero and are now
 * @param grown change of those who were above zero and have more
 * @param shrunk change of those who have less and are still above zero; at most zero
 * @param lost change of those who were above zero and are not any more; below zero
 * @param returns change of those who are above zero in neither month
 */
public record Bridge(
    BigDecimal before,
    BigDecimal fresh,
    BigDecimal reactivated,
    BigDecimal grown,
    BigDecimal shrunk,
    BigDecimal lost,
    BigDecimal returns,
    BigDecimal now) {
  public Bridge {
    BigDecimal sum =
        before.add(fresh).add(reactivated).add(grown).add(shrunk).add(lost).add(returns);
    if (sum.compareTo(now) != 0) {
      throw new IllegalArgumentException("the parts add up to " + sum + ", not to " + now);
    }
  }

  static Bridge of(List<ClassedMember> members) {
    BigDecimal[] parts = new BigDecimal[8];
    java.util.Arrays.fill(parts, BigDecimal.ZERO);
    for (ClassedMember member : members) {
      BigDecimal change = member.value().subtract(member.before());
      boolean was = member.before().signum() > 0;
      boolean is = member.value().signum() > 0;
      int part =
          member.isNew()
              ? 1
              : !was && is ? 2 : was && !is ? 5 : !was ? 6 : change.signum() >= 0 ? 3 : 4;
      parts[part] = parts[part].add(change);
      parts[0] = parts[0].add(member.before());
      parts[7] = parts[7].add(member.value());
    }
    return new Bridge(
        parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]);
  }
}
