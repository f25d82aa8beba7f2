package org.quadrille.cubes.vba;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and times from text.
 *
 * <p>A date may be written {@code 2006-04-29}, {@code 4/29/2006} (day and month in the order of the
 * locale), {@code April 29, 2006}, {@code 29 Apr 2006} or {@code 29-Apr-06}, with or without the
 * day of the week before it; a time {@code 20:09}, {@code 20:09:06}, {@code 8:09 PM} or {@code 8
 * PM}; both with a blank or a {@code T} between them. Names are those of the locale or English.
 * Years of two digits are 1930 to 2029. A time alone is on December 30, 1899.
 */
final class DateText {

  private static final String TIME =
      "(?<hour>\\d{1,2})(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.(?<fraction>\\d{1,9}))?)?)?"
          + "\\s*(?<half>[ap]m)?";
  private static final Pattern TIME_ONLY = Pattern.compile(TIME, Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<first>\\d{1,2})[-/.](?<second>\\d{1,2})[-/.](?<year>\\d{4}|\\d{2})");
  private static final Pattern DAY_NAME =
      Pattern.compile("(?<day>\\d{1,2})\\.?[- ](?<name>\\p{L}+)\\.?[-, ]+(?<year>\\d{4}|\\d{2})");
  private static final Pattern NAME_DAY =
      Pattern.compile("(?<name>\\p{L}+)\\.? (?<day>\\d{1,2})[, ]+(?<year>\\d{4}|\\d{2})");
  private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}+\\.?, *");
  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "(?<date>.*\\d)(?:T| +)(?<time>\\d{1,2}(?::.*|\\s*[ap]m))", Pattern.CASE_INSENSITIVE);

  private final Locale locale;
  private final boolean dayFirst;

  DateText(Locale locale) {
    this.locale = locale;
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    this.dayFirst = pattern.indexOf('d') < pattern.indexOf('M');
  }

  /** The moment that the text names; empty where it is no date. */
  Optional<LocalDateTime> parse(String text) {
    String trimmed = text.strip();
    try {
      Matcher time = TIME_ONLY.matcher(trimmed);
      if (trimmed.matches(".*(:|[apAP][mM]).*") && time.matches()) {
        return Optional.of(time(time).atDate(SerialDate.DAY_ZERO));
      }
      Matcher both = DATE_AND_TIME.matcher(trimmed);
      if (both.matches()) {
        Matcher ofDay = TIME_ONLY.matcher(both.group("time"));
        Optional<LocalDate> day = date(both.group("date"));
        return ofDay.matches() && day.isPresent()
            ? Optional.of(day.get().atTime(time(ofDay)))
            : Optional.empty();
      }
      return date(trimmed).map(LocalDate::atStartOfDay);
    } catch (DateTimeException e) {
      // February 30 and 25 o'clock have the form of a date, but are none.
      return Optional.empty();
    }
  }

  /** The year that is meant by a number: 0 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999. */
  static int fullYear(int year) {
    if (year < 0 || year > 99) {
      return year;
    }
    return year < 30 ? 2000 + year : 1900 + year;
  }

  private Optional<LocalDate> date(String text) {
    String date = WEEKDAY.matcher(text).replaceFirst("");
    Matcher yearFirst = YEAR_FIRST.matcher(date);
    if (yearFirst.matches()) {
      return Optional.of(
          LocalDate.of(
              number(yearFirst, "year"), number(yearFirst, "month"), number(yearFirst, "day")));
    }
    Matcher numbers = NUMBERS.matcher(date);
    if (numbers.matches()) {
      return Optional.of(ordered(numbers));
    }
    for (Pattern pattern : List.of(DAY_NAME, NAME_DAY)) {
      Matcher named = pattern.matcher(date);
      if (named.matches()) {
        int year = fullYear(number(named, "year"));
        return month(named.group("name"))
            .map(month -> LocalDate.of(year, month, number(named, "day")));
      }
    }
    return Optional.empty();
  }

  private LocalDate ordered(Matcher numbers) {
    int first = number(numbers, "first");
    int second = number(numbers, "second");
    int month = dayFirst ? second : first;
    int day = dayFirst ? first : second;
    int year = fullYear(number(numbers, "year"));
    // Like Visual Basic: where the locale's order gives no date, the other order may.
    return month > 12 ? LocalDate.of(year, day, month) : LocalDate.of(year, month, day);
  }

  private Optional<Month> month(String name) {
    for (Month month : Month.values()) {
      for (Locale language : List.of(locale, Locale.ENGLISH)) {
        String full = month.getDisplayName(TextStyle.FULL, language);
        String brief = month.getDisplayName(TextStyle.SHORT, language).replace(".", "");
        if (name.equalsIgnoreCase(full) || name.equalsIgnoreCase(brief)) {
          return Optional.of(month);
        }
      }
    }
    return Optional.empty();
  }

  private static LocalTime time(Matcher time) {
    int hour = number(time, "hour");
    String half = time.group("half");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no hour of half a day: " + hour);
      }
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    String fraction = time.group("fraction");
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    return LocalTime.of(hour, number(time, "minute"), number(time, "second"), nanos);
  }

  private static int number(Matcher matcher, String group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
