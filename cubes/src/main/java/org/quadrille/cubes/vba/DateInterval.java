package org.quadrille.cubes.vba;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Optional;

/** The units of time that the date functions know, by their letters in Visual Basic. */
enum DateInterval {
  YEAR("yyyy"),
  QUARTER("q"),
  MONTH("m"),
  DAY_OF_YEAR("y"),
  DAY("d"),
  WEEKDAY("w"),
  WEEK("ww"),
  HOUR("h"),
  MINUTE("n"),
  SECOND("s");

  private final String letters;

  DateInterval(String letters) {
    this.letters = letters;
  }

  static Optional<DateInterval> find(String letters) {
    String wanted = letters.strip().toLowerCase(Locale.ROOT);
    for (DateInterval interval : values()) {
      if (interval.letters.equals(wanted)) {
        return Optional.of(interval);
      }
    }
    return Optional.empty();
  }

  /** A moment later by a number of units; the last day of a month is not passed. */
  LocalDateTime add(LocalDateTime date, long number) {
    return switch (this) {
      case YEAR -> date.plusYears(number);
      case QUARTER -> date.plusMonths(Math.multiplyExact(number, 3));
      case MONTH -> date.plusMonths(number);
      case DAY_OF_YEAR, DAY, WEEKDAY -> date.plusDays(number);
      case WEEK -> date.plusWeeks(number);
      case HOUR -> date.plusHours(number);
      case MINUTE -> date.plusMinutes(number);
      case SECOND -> date.plusSeconds(number);
    };
  }

  /**
   * How many borders of the unit lie between two moments. For {@link #WEEKDAY} it is whole weeks,
   * and for {@link #WEEK} how often the first day of the week comes.
   */
  long between(LocalDateTime from, LocalDateTime to, DayOfWeek firstDay) {
    LocalDate first = from.toLocalDate();
    LocalDate last = to.toLocalDate();
    return switch (this) {
      case YEAR -> last.getYear() - first.getYear();
      case QUARTER -> quarters(last) - quarters(first);
      case MONTH -> months(last) - months(first);
      case DAY_OF_YEAR, DAY -> ChronoUnit.DAYS.between(first, last);
      case WEEKDAY -> ChronoUnit.DAYS.between(first, last) / 7;
      case WEEK -> weeks(last, firstDay) - weeks(first, firstDay);
      case HOUR -> truncatedDifference(from, to, ChronoUnit.HOURS);
      case MINUTE -> truncatedDifference(from, to, ChronoUnit.MINUTES);
      case SECOND -> truncatedDifference(from, to, ChronoUnit.SECONDS);
    };
  }

  /** The number of the unit in a date: its year, its quarter, its day of the week and so on. */
  int part(LocalDateTime date, DayOfWeek firstDay, FirstWeek firstWeek) {
    return switch (this) {
      case YEAR -> date.getYear();
      case QUARTER -> (date.getMonthValue() + 2) / 3;
      case MONTH -> date.getMonthValue();
      case DAY_OF_YEAR -> date.getDayOfYear();
      case DAY -> date.getDayOfMonth();
      case WEEKDAY -> weekday(date.getDayOfWeek(), firstDay);
      case WEEK -> firstWeek.number(date, firstDay);
      case HOUR -> date.getHour();
      case MINUTE -> date.getMinute();
      case SECOND -> date.getSecond();
    };
  }

  /** The place of a day in the week, 1 to 7. */
  static int weekday(DayOfWeek day, DayOfWeek firstDay) {
    return Math.floorMod(day.getValue() - firstDay.getValue(), 7) + 1;
  }

  /** Which week of the year is its first. */
  enum FirstWeek {
    /** The week of January 1. */
    JANUARY_FIRST(1),
    /** The first with at least four days in the year. */
    FOUR_DAYS(4),
    /** The first that lies within the year. */
    FULL(7);

    private final int leastDays;

    FirstWeek(int leastDays) {
      this.leastDays = leastDays;
    }

    private int number(LocalDateTime date, DayOfWeek firstDay) {
      WeekFields fields = WeekFields.of(firstDay, leastDays);
      // With January 1 in week 1 every day belongs to its own year; otherwise the first days of
      // January may be in the last week of the year before.
      return date.get(this == JANUARY_FIRST ? fields.weekOfYear() : fields.weekOfWeekBasedYear());
    }
  }

  private static long months(LocalDate date) {
    return date.getYear() * 12L + date.getMonthValue() - 1;
  }

  private static long quarters(LocalDate date) {
    return date.getYear() * 4L + (date.getMonthValue() - 1) / 3;
  }

  private static long weeks(LocalDate date, DayOfWeek firstDay) {
    LocalDate start = date.minusDays(weekday(date.getDayOfWeek(), firstDay) - 1L);
    return Math.floorDiv(start.toEpochDay(), 7);
  }

  private static long truncatedDifference(LocalDateTime from, LocalDateTime to, ChronoUnit unit) {
    return unit.between(from.truncatedTo(unit), to.truncatedTo(unit));
  }
}
