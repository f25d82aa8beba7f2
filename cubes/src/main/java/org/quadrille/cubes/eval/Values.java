package org.quadrille.cubes.eval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Scalars: how they compare and what they look like as text. */
public final class Values {
  private Values() {}

  /** A value as text without any format: whole numbers without a fraction. */
  public static String text(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (number == Math.rint(number) && Math.abs(number) < 1e15) {
        return Long.toString((long) number);
      }
      return Double.toString(number);
    }
    if (value instanceof BigDecimal decimal) {
      BigDecimal stripped = decimal.stripTrailingZeros();
      return stripped.toPlainString();
    }
    return value.toString();
  }

  /**
   * Compares two values, neither of them null: numbers by value, text letter by letter, false
   * before true.
   */
  public static int compare(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return compareNumbers(x, y);
    }
    if (a instanceof String x && b instanceof String y) {
      return x.compareTo(y);
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return Boolean.compare(x, y);
    }
    if (a instanceof LocalDateTime || b instanceof LocalDateTime) {
      return date(a).compareTo(date(b));
    }
    if (a instanceof Number || b instanceof Number) {
      throw new EvaluationException(
          "cannot compare " + text(a) + " with " + text(b) + ": one is a number, the other is not");
    }
    return text(a).compareTo(text(b));
  }

  private static LocalDateTime date(Object value) {
    if (value instanceof LocalDateTime time) {
      return time;
    }
    if (value instanceof LocalDate day) {
      return day.atStartOfDay();
    }
    throw new EvaluationException("cannot compare a date with " + value);
  }

  private static int compareNumbers(Number a, Number b) {
    if (isExact(a) && isExact(b)) {
      if (a instanceof BigDecimal || b instanceof BigDecimal) {
        return decimal(a).compareTo(decimal(b));
      }
      return Long.compare(a.longValue(), b.longValue());
    }
    double x = a.doubleValue();
    double y = b.doubleValue();
    return x == y ? 0 : Double.compare(x, y);
  }

  private static boolean isExact(Number number) {
    return number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigDecimal;
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }

  /**
   * Compares for an ordering: empty values come first, below every number; NaN comes above every
   * number but infinity.
   */
  public static int compareForOrder(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    boolean noA = isNaN(a);
    boolean noB = isNaN(b);
    if (noA || noB) {
      return noA && noB ? 0 : noA ? -aboveNaN(b) : aboveNaN(a);
    }
    if (a instanceof String x && b instanceof String y) {
      return x.compareToIgnoreCase(y);
    }
    return compare(a, b);
  }

  private static boolean isNaN(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  /** 1 for infinity, else -1. */
  private static int aboveNaN(Object value) {
    return value instanceof Double number && number == Double.POSITIVE_INFINITY ? 1 : -1;
  }
}
