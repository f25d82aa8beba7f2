package org.quadrille.cubes.catalog;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Compares values: whole numbers and decimals exactly, doubles within a billionth. */
final class CellDifference {
  private static final double TOLERANCE = 1e-9;

  private CellDifference() {}

  /** What differs, null where the values agree. */
  static @Nullable String between(@Nullable Object expected, @Nullable Object actual) {
    return same(expected, actual) ? null : "expected " + text(expected) + ", was " + text(actual);
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == b;
    }
    if (a instanceof Number x && b instanceof Number y) {
      return isDouble(x) || isDouble(y)
          ? close(x.doubleValue(), y.doubleValue())
          : exact(x).compareTo(exact(y)) == 0;
    }
    return a.equals(b);
  }

  private static boolean isDouble(Number number) {
    return number instanceof Double || number instanceof Float;
  }

  private static boolean close(double a, double b) {
    return Double.compare(a, b) == 0
        || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }

  private static BigDecimal exact(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof BigInteger big
        ? new BigDecimal(big)
        : BigDecimal.valueOf(number.longValue());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "nothing" : value + " (" + value.getClass().getSimpleName() + ")";
  }
}
