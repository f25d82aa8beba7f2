package org.quadrille.cubes.store;

import java.math.BigDecimal;

/** Key values as names of members. */
final class MemberNames {
  private MemberNames() {}

  /** The text: whole numbers without a fraction, dates in ISO form. */
  static String text(Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString(number.longValue());
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }
}
