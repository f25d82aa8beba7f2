package org.quadrille.cubes.function;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Signatures;

/**
 * The four operations. An empty operand counts as nothing in sums and makes products empty; whole
 * numbers and decimals stay exact in sums and products, quotients are floating point.
 */
final class ArithmeticOperators {
  private ArithmeticOperators() {}

  static void register(Signatures s) {
    s.add(
        "Numeric Numeric + Numeric",
        "The sum; an empty operand counts as nothing, two make the sum empty.",
        "[Measures].[Revenue] + 1",
        (a, c) -> plus(a.number(0, c), a.number(1, c)));
    s.add(
        "Numeric Numeric - Numeric",
        "The difference; an empty operand counts as nothing, two make the difference empty.",
        "[Measures].[Revenue] - [Measures].[Cost]",
        (a, c) -> minus(a.number(0, c), a.number(1, c)));
    s.add(
        "Numeric Numeric * Numeric",
        "The product; empty where an operand is.",
        "2 * [Measures].[Units]",
        (a, c) -> times(a.number(0, c), a.number(1, c)));
    s.add(
        "Numeric Numeric / Numeric",
        "The quotient; empty for an empty dividend, infinite for an empty divisor.",
        "[Measures].[Revenue] / [Measures].[Cost]",
        ArithmeticOperators::quotient);
    s.add(
        "Numeric - Numeric",
        "The number with the opposite sign.",
        "- [Measures].[Units]",
        (a, c) -> negated(a.number(0, c)));
  }

  static @Nullable Number plus(@Nullable Number x, @Nullable Number y) {
    if (x == null) {
      return y;
    }
    if (y == null) {
      return x;
    }
    if (isWhole(x) && isWhole(y)) {
      long a = x.longValue();
      long b = y.longValue();
      long sum = a + b;
      boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
      return overflows ? (Number) exact(x).add(exact(y)) : (Number) sum;
    }
    return isExact(x) && isExact(y)
        ? (Number) exact(x).add(exact(y))
        : (Number) (x.doubleValue() + y.doubleValue());
  }

  static @Nullable Number minus(@Nullable Number x, @Nullable Number y) {
    return plus(x, negated(y));
  }

  private static @Nullable Number negated(@Nullable Number x) {
    if (x == null) {
      return null;
    }
    if (isWhole(x)) {
      return x.longValue() == Long.MIN_VALUE
          ? (Number) exact(x).negate()
          : (Number) (-x.longValue());
    }
    // Adding nothing turns the negative zero, which would print a sign, into zero.
    return x instanceof BigDecimal decimal ? decimal.negate() : (Number) (-x.doubleValue() + 0.0);
  }

  private static @Nullable Number times(@Nullable Number x, @Nullable Number y) {
    if (x == null || y == null) {
      return null;
    }
    if (isWhole(x) && isWhole(y)) {
      long a = x.longValue();
      long b = y.longValue();
      return Math.multiplyHigh(a, b) == (a * b) >> 63
          ? (Number) (a * b)
          : (Number) exact(x).multiply(exact(y));
    }
    return isExact(x) && isExact(y)
        ? (Number) exact(x).multiply(exact(y))
        : (Number) (x.doubleValue() * y.doubleValue() + 0.0);
  }

  private static @Nullable Number quotient(Arguments a, Context c) {
    Number dividend = a.number(0, c);
    Number divisor = a.number(1, c);
    if (dividend == null) {
      return null;
    }
    if (divisor == null) {
      return Double.POSITIVE_INFINITY;
    }
    return dividend.doubleValue() / divisor.doubleValue() + 0.0;
  }

  private static boolean isWhole(Number number) {
    return number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte;
  }

  private static boolean isExact(Number number) {
    return number instanceof BigDecimal || isWhole(number);
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }
}
