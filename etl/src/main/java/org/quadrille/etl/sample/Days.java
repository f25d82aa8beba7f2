package org.quadrille.etl.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The three years of the sample as day numbers: 0 is 2023-01-01, negative numbers lie before it.
 * Months are numbered from 0 in the same way.
 */
final class Days {
  static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  static final int COUNT = 1096;
  static final int LAST = COUNT - 1;
  static final int MONTHS = 36;
  static final int FIRST_YEAR = 2023;
  private static final YearMonth FIRST_MONTH = YearMonth.from(FIRST);

  private Days() {}

  static LocalDate date(int day) {
    return FIRST.plusDays(day);
  }

  static int day(LocalDate date) {
    return (int) (date.toEpochDay() - FIRST.toEpochDay());
  }

  static int day(int year, int month, int dayOfMonth) {
    return day(LocalDate.of(year, month, dayOfMonth));
  }

  static String iso(int day) {
    return date(day).toString();
  }

  /** First day of a month of the sample. */
  static int monthStart(int month) {
    return day(FIRST_MONTH.plusMonths(month).atDay(1));
  }

  static int monthLength(int month) {
    return FIRST_MONTH.plusMonths(month).lengthOfMonth();
  }

  /** The month of a day, negative before the sample begins. */
  static int month(int day) {
    LocalDate date = date(day);
    return (date.getYear() - FIRST_YEAR) * 12 + date.getMonthValue() - 1;
  }

  /** Saturday or Sunday. */
  static boolean weekend(int day) {
    // 2023-01-01 was a Sunday
    int weekday = Math.floorMod(day, 7);
    return weekday == 0 || weekday == 6;
  }
}
