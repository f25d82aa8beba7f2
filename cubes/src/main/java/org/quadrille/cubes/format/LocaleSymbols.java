package org.quadrille.cubes.format;

import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a locale decides in a format string: separators, names and the "system" date formats.
 *
 * @param locale the locale
 * @param decimalSeparator shown for {@code .} in numbers
 * @param groupingSeparator shown for {@code ,} in numbers
 * @param currencySymbol shown for the sign U+00A4
 * @param dateSeparator shown for {@code /} in dates
 * @param timeSeparator shown for {@code :} in dates
 * @param morning the locale's word for the first half of the day
 * @param afternoon the locale's word for the second half of the day
 */
record LocaleSymbols(
    Locale locale,
    char decimalSeparator,
    char groupingSeparator,
    String currencySymbol,
    String dateSeparator,
    String timeSeparator,
    String morning,
    String afternoon) {

  static LocaleSymbols of(Locale locale) {
    DecimalFormatSymbols numbers = DecimalFormatSymbols.getInstance(locale);
    String[] halves = DateFormatSymbols.getInstance(locale).getAmPmStrings();
    return new LocaleSymbols(
        locale,
        numbers.getDecimalSeparator(),
        numbers.getGroupingSeparator(),
        numbers.getCurrencySymbol(),
        separator(localPattern(locale, FormatStyle.SHORT, null), "/"),
        separator(localPattern(locale, null, FormatStyle.SHORT), ":"),
        halves[0],
        halves[1]);
  }

  /** The locale's own format for dates or times, in one of its usual lengths. */
  DateTimeFormatter system(@Nullable FormatStyle date, @Nullable FormatStyle time) {
    return DateTimeFormatter.ofPattern(localPattern(locale, date, time), locale);
  }

  String month(int month, boolean abbreviate) {
    // The stand-alone short form lacks the full stop that some locales write inside sentences.
    return Month.of(month)
        .getDisplayName(abbreviate ? TextStyle.SHORT_STANDALONE : TextStyle.FULL, locale);
  }

  String weekday(DayOfWeek day, boolean abbreviate) {
    return day.getDisplayName(abbreviate ? TextStyle.SHORT_STANDALONE : TextStyle.FULL, locale);
  }

  /**
   * The locale's format for amounts of money, as a pattern: {@code $#,##0.00;($#,##0.00)} in the
   * United States.
   */
  String currencyPattern() {
    DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
    int digits = format.getMaximumFractionDigits();
    String number = "#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits));
    String amount = quote(format.getPositivePrefix()) + number + quote(format.getPositiveSuffix());
    return amount + ";(" + amount + ")";
  }

  private static String quote(String literal) {
    return literal.isEmpty() ? "" : '"' + literal.replace("\"", "") + '"';
  }

  private static String localPattern(
      Locale locale, @Nullable FormatStyle date, @Nullable FormatStyle time) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            date, time, IsoChronology.INSTANCE, locale);
    // Newer locale data put a narrow no-break space before AM and PM; the text must not depend on
    // the release of the Java runtime.
    return pattern.replace('\u202f', ' ');
  }

  private static String separator(String pattern, String otherwise) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!Character.isLetter(c) && c != '\'' && c != ' ') {
        return String.valueOf(c);
      }
    }
    return otherwise;
  }
}
