package org.quadrille.etl.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of Excel cells as text: plain, or in ISO form where the cell's format makes a date or
 * time of them.
 */
final class CellNumber {
  /** Excel shows and promises this many digits; what a double holds beyond them is noise. */
  private static final MathContext EXCEL_DIGITS = new MathContext(15);

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /**
   * Day 0 of the count: Excel takes 1900 for a leap year, so the days from March 1900 on are
   * counted from here.
   */
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  private CellNumber() {}

  /**
   * The text of a number.
   *
   * @param value as the file has it
   * @param format the cell's number format, null where it has none
   */
  static String text(String value, @Nullable String format) {
    BigDecimal number = new BigDecimal(value);
    if (format == null || !isDate(format) || number.signum() < 0) {
      return number.round(EXCEL_DIGITS).stripTrailingZeros().toPlainString();
    }
    BigDecimal days = number.setScale(0, RoundingMode.DOWN);
    long seconds =
        number.subtract(days).multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
    LocalDateTime moment =
        EPOCH.plusDays(days.longValueExact()).atStartOfDay().plusSeconds(seconds);
    if (days.signum() == 0) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(moment);
    }
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : TIMESTAMP.format(moment);
  }

  /**
   * Whether a format shows a date or time: it has a letter of one outside quotes, brackets and
   * escapes.
   */
  private static boolean isDate(String format) {
    if (format.equalsIgnoreCase("General")) {
      return false;
    }
    String bare = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", "");
    return bare.chars().anyMatch(c -> "ymdhsYMDHS".indexOf(c) >= 0);
  }
}
