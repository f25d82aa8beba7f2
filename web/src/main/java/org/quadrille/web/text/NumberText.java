package org.quadrille.web.text;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Objects;

/**
 * Writes numbers as readers of a language expect them. Compact numbers use K, M and B in English, 万
 * and 亿 in Chinese. What is not a number becomes a dash. Immutable.
 */
public final class NumberText {
  /** Stands where there is no number. */
  public static final String NONE = "–";

  private static final String MINUS = "−";

  private final Language language;

  /** For a language. */
  public NumberText(Language language) {
    this.language = Objects.requireNonNull(language, "language");
  }

  /** A number in a style. */
  public String text(NumberStyle style, double value) {
    return switch (style) {
      case WHOLE -> whole(value);
      case DECIMAL_1 -> decimal(value, 1);
      case DECIMAL_2 -> decimal(value, 2);
      case DECIMAL_3 -> decimal(value, 3);
      case COMPACT -> compact(value);
      case SIGNED_COMPACT -> signedCompact(value);
      case PERCENT -> percent(value);
      case ROUND_PERCENT -> roundPercent(value);
      case SIGNED_PERCENT -> signedPercent(value);
      case SIGNED_POINTS -> signedPoints(value);
    };
  }

  /** Such as 1,234,567. */
  public String whole(double value) {
    return decimal(value, 0);
  }

  /** Such as 1,234.50 with two places. */
  public String decimal(double value, int places) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    String pattern = places == 0 ? "#,##0" : "#,##0." + "0".repeat(places);
    return format(value, pattern);
  }

  /** Such as 12.3M or 1,230万: three to four digits that count. */
  public String compact(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    double size = Math.abs(value);
    return language == Language.ZH ? compactChinese(value, size) : compactEnglish(value, size);
  }

  /** Such as 15.3% of a share of 0.153. */
  public String percent(double share) {
    return Double.isFinite(share) ? format(100 * share, "#,##0.0") + "%" : NONE;
  }

  /** Such as 80% of 0.8, with places only where needed. */
  public String roundPercent(double share) {
    return Double.isFinite(share) ? format(100 * share, "#,##0.##") + "%" : NONE;
  }

  /** Such as +4.2% or −1.0%. */
  public String signedPercent(double rate) {
    return Double.isFinite(rate) ? sign(rate, percent(rate)) : NONE;
  }

  /** A difference of shares in points, such as +1.3 of 0.013. */
  public String signedPoints(double difference) {
    return Double.isFinite(difference)
        ? sign(difference, format(100 * difference, "#,##0.0"))
        : NONE;
  }

  /** A compact number with its sign. */
  public String signedCompact(double value) {
    return Double.isFinite(value) ? sign(value, compact(value)) : NONE;
  }

  private static String sign(double value, String text) {
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value > 0 && !zero ? "+" + text : text;
  }

  private String compactEnglish(double value, double size) {
    if (size >= 999.5e6) {
      return scaled(value / 1e9, "B");
    }
    if (size >= 999.5e3) {
      return scaled(value / 1e6, "M");
    }
    return size >= 9999.5 ? scaled(value / 1e3, "K") : plain(value, size);
  }

  private String compactChinese(double value, double size) {
    if (size >= 9999.5e4) {
      return scaled(value / 1e8, "亿");
    }
    return size >= 9999.5 ? scaled(value / 1e4, "万") : plain(value, size);
  }

  private String plain(double value, double size) {
    return format(value, size >= 100 || value == Math.rint(value) ? "#,##0" : "#,##0.0#");
  }

  private String scaled(double value, String unit) {
    double size = Math.abs(value);
    String pattern = size >= 99.95 ? "#,##0" : size >= 9.995 ? "0.0" : "0.00";
    return format(value, pattern) + unit;
  }

  private String format(double value, String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(language.locale()));
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(value);
    if (text.startsWith("-")) {
      boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
      return zero ? text.substring(1) : MINUS + text.substring(1);
    }
    return text;
  }
}
