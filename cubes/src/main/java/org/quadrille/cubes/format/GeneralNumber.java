package org.quadrille.cubes.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Numbers as they are: exact, without grouping, and with an exponent only where it is needed. */
final class GeneralNumber {

  private static final int DIGITS = 15;
  private static final BigDecimal LARGE = BigDecimal.ONE.movePointRight(DIGITS);
  private static final BigDecimal SMALL = BigDecimal.ONE.movePointLeft(7);

  private GeneralNumber() {}

  /**
   * The exact decimal value of a finite number; of a double, the shortest decimal number that reads
   * back as the same double.
   */
  static BigDecimal exact(Number value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    return new BigDecimal(value.toString());
  }

  /** True where the number is none, or too large to be written. */
  static boolean isFinite(Number value) {
    return !(value instanceof Double || value instanceof Float)
        || Double.isFinite(value.doubleValue());
  }

  /** The text of a number: {@code 1234.5}, {@code 1E+20}, {@code NaN}, {@code -Infinity}. */
  static String format(Number value, char point) {
    if (!isFinite(value)) {
      return Double.toString(value.doubleValue());
    }
    BigDecimal exact = exact(value);
    if (value instanceof Double || value instanceof Float) {
      // Fifteen digits hide the noise of binary arithmetic: 0.1 + 0.2 reads 0.3.
      exact = exact.round(new MathContext(DIGITS));
      BigDecimal magnitude = exact.abs();
      if (exact.signum() != 0
          && (magnitude.compareTo(LARGE) >= 0 || magnitude.compareTo(SMALL) < 0)) {
        return exponential(exact, point);
      }
    }
    String text = exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    return text.replace('.', point);
  }

  private static String exponential(BigDecimal value, char point) {
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    String mantissa = stripped.movePointLeft(exponent).toPlainString().replace('.', point);
    String sign = exponent < 0 ? "-" : "+";
    String digits = Integer.toString(Math.abs(exponent));
    return mantissa + 'E' + sign + (digits.length() < 2 ? "0" + digits : digits);
  }
}
