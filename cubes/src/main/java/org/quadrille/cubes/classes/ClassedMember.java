package org.quadrille.cubes.classes;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.result.ResultMember;

/**
 * A customer in two months.
 *
 * @param was class in the earlier month; null where it had not ordered yet
 * @param now class in the later month
 * @param before value in the earlier month
 * @param value value in the later month
 * @param first place of the month of the first order
 * @param last place of the month of the last order up to the later month
 * @param share share before it in the ranking of the later month; NaN for class D
 */
public record ClassedMember(
    ResultMember member,
    @Nullable AbcClass was,
    AbcClass now,
    BigDecimal before,
    BigDecimal value,
    int first,
    int last,
    double share) {
  public ClassedMember {
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(value, "value");
  }

  /** Whether it ordered for the first time after the earlier month. */
  public boolean isNew() {
    return was == null;
  }

  /** Whether it fell asleep from one of the better classes. */
  public boolean isAlarm() {
    return now == AbcClass.D && (was == AbcClass.A || was == AbcClass.B);
  }
}
