package org.quadrille.web.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The forms in which pages write numbers, and what spreadsheets call them. */
public enum NumberStyle {
  WHOLE,
  DECIMAL_1,
  DECIMAL_2,
  DECIMAL_3,
  /** With a unit such as K or 万; a spreadsheet shows the number in full. */
  COMPACT,
  SIGNED_COMPACT,
  PERCENT,
  ROUND_PERCENT,
  SIGNED_PERCENT,
  /** A difference of shares; written, and held in files, as a hundredfold. */
  SIGNED_POINTS;

  /** The number as a file holds it. */
  public double held(double value) {
    return this == SIGNED_POINTS ? 100 * value : value;
  }

  /** The number format of a spreadsheet for a number as it is held. */
  public String pattern(double held) {
    return switch (this) {
      case WHOLE -> "#,##0";
      case DECIMAL_1 -> "#,##0.0";
      case DECIMAL_2 -> "#,##0.00";
      case DECIMAL_3 -> "#,##0.000";
      case COMPACT -> plain(held);
      case SIGNED_COMPACT -> signed(plain(held));
      case PERCENT -> "#,##0.0%";
      case ROUND_PERCENT -> "#,##0" + places(100 * held) + "%";
      case SIGNED_PERCENT -> signed("#,##0.0%");
      case SIGNED_POINTS -> signed("#,##0.0");
    };
  }

  private static String plain(double value) {
    boolean whole = Math.abs(value) >= 100 || value == Math.rint(value);
    return whole ? "#,##0" : "#,##0" + places(value);
  }

  /** As many places as a number of at most two has. */
  private static String places(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_UP);
    int scale = Math.max(0, rounded.stripTrailingZeros().scale());
    return scale == 0 ? "" : "." + "0".repeat(scale);
  }

  private static String signed(String pattern) {
    return "+" + pattern + ";-" + pattern + ";" + pattern;
  }
}
