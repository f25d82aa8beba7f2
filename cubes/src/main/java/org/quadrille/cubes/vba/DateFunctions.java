package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.DATETIME;
import static org.quadrille.cubes.vba.ScalarType.INTEGER;
import static org.quadrille.cubes.vba.ScalarType.NUMERIC;
import static org.quadrille.cubes.vba.ScalarType.STRING;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.quadrille.cubes.vba.DateInterval.FirstWeek;

/**
 * Functions on dates and times.
 *
 * <p>Units are the letters of {@link DateInterval}. The first day of the week is 1 for Sunday, the
 * default, to 7 for Saturday, or 0 for the locale's; the first week of the year is 1 for that of
 * January 1, the default, 2 for the first with four days, 3 for the first whole week, or 0 for the
 * locale's.
 */
final class DateFunctions {

  private static final int DAYS = 7;

  private final Locale locale;

  private DateFunctions(Locale locale) {
    this.locale = locale;
  }

  static void addTo(Catalog catalog, Locale locale) {
    DateFunctions functions = new DateFunctions(locale);
    functions.addArithmetic(catalog);
    addConstruction(catalog);
    addFields(catalog);
    functions.addNames(catalog);
  }

  private void addArithmetic(Catalog catalog) {
    catalog
        .define("DateAdd", "STRING unit, NUMERIC number, DATETIME date", DATETIME)
        .summary(
            "The date later by a whole number of units: yyyy, q, m, ww, d (also y, w), h, n, s.")
        .example("Format(DateAdd(\"m\", 1, DateSerial(2006, 1, 31)), \"yyyy-mm-dd\")", "2006-02-28")
        .as(
            call -> {
              DateInterval unit = unit(call);
              try {
                return unit.add(call.date(2), call.integer(1));
              } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                    "DateAdd: the result would not be a date: " + e.getMessage(), e);
              }
            });
    catalog
        .define(
            "DateDiff",
            "STRING unit, DATETIME from, DATETIME to, [INTEGER firstDayOfWeek],"
                + " [INTEGER firstWeekOfYear]",
            NUMERIC)
        .summary(
            "How many borders of a unit lie between two dates; for w whole weeks, for ww how often"
                + " the first day of the week comes.")
        .example("DateDiff(\"m\", DateSerial(2006, 1, 31), DateSerial(2006, 4, 1))", "3")
        .as(
            call -> {
              firstWeek(call, 4); // refused here if it is wrong, though no difference depends on it
              return Numbers.whole(
                  unit(call).between(call.date(1), call.date(2), firstDay(call, 3)));
            });
    catalog
        .define(
            "DatePart",
            "STRING unit, DATETIME date, [INTEGER firstDayOfWeek], [INTEGER firstWeekOfYear]",
            INTEGER)
        .summary("One field of a date: its year, quarter, month, week, weekday, hour and so on.")
        .example("DatePart(\"q\", DateSerial(2006, 4, 29))", "2")
        .as(call -> unit(call).part(call.date(1), firstDay(call, 2), firstWeek(call, 3)));
  }

  private static void addConstruction(Catalog catalog) {
    catalog
        .define("DateSerial", "INTEGER year, INTEGER month, INTEGER day", DATETIME)
        .summary(
            "The date of a year, month and day; numbers outside their range count on into the next"
                + " or previous months and years. Years 0 to 29 are 2000 to 2029, 30 to 99 are 1930"
                + " to 1999.")
        .example("Format(DateSerial(2006, 14, 1), \"yyyy-mm-dd\")", "2007-02-01")
        .as(DateFunctions::dateSerial);
    catalog
        .define("TimeSerial", "INTEGER hour, INTEGER minute, INTEGER second", DATETIME)
        .summary("The time of an hour, minute and second; numbers outside their range count on.")
        .example("Format(TimeSerial(12, -15, 0), \"hh:nn\")", "11:45")
        .as(
            call ->
                SerialDate.DAY_ZERO
                    .atStartOfDay()
                    .plusHours(call.integer(0))
                    .plusMinutes(call.integer(1))
                    .plusSeconds(call.integer(2)));
    catalog
        .define("DateValue", "DATETIME date", DATETIME)
        .summary("The date without its time of day.")
        .example("Format(DateValue(CDate(\"2006-04-29 20:09\")), \"General Date\")", "4/29/06")
        .as(call -> call.date(0).toLocalDate().atStartOfDay());
    catalog
        .define("TimeValue", "DATETIME date", DATETIME)
        .summary("The time of day without its date.")
        .example("Format(TimeValue(CDate(\"2006-04-29 20:09\")), \"General Date\")", "8:09:00 PM")
        .as(call -> call.date(0).toLocalTime().atDate(SerialDate.DAY_ZERO));
  }

  private static void addFields(Catalog catalog) {
    catalog
        .define("Year", "DATETIME date", INTEGER)
        .summary("The year of a date.")
        .example("Format(Year(DateSerial(2006, 4, 29)), \"0\")", "2006")
        .as(call -> call.date(0).getYear());
    catalog
        .define("Month", "DATETIME date", INTEGER)
        .summary("The month of a date, 1 to 12.")
        .example("Month(DateSerial(2006, 4, 29))", "4")
        .as(call -> call.date(0).getMonthValue());
    catalog
        .define("Day", "DATETIME date", INTEGER)
        .summary("The day of the month of a date.")
        .example("Day(DateSerial(2006, 4, 29))", "29")
        .as(call -> call.date(0).getDayOfMonth());
    catalog
        .define("Hour", "DATETIME date", INTEGER)
        .summary("The hour of a date, 0 to 23.")
        .example("Hour(TimeSerial(20, 9, 6))", "20")
        .as(call -> call.date(0).getHour());
    catalog
        .define("Minute", "DATETIME date", INTEGER)
        .summary("The minute of a date, 0 to 59.")
        .example("Minute(TimeSerial(20, 9, 6))", "9")
        .as(call -> call.date(0).getMinute());
    catalog
        .define("Second", "DATETIME date", INTEGER)
        .summary("The second of a date, 0 to 59.")
        .example("Second(TimeSerial(20, 9, 6))", "6")
        .as(call -> call.date(0).getSecond());
  }

  private void addNames(Catalog catalog) {
    catalog
        .define("Weekday", "DATETIME date, [INTEGER firstDayOfWeek]", INTEGER)
        .summary("The place of a date in its week, 1 to 7; 1 is Sunday unless told otherwise.")
        .example("Weekday(DateSerial(2006, 4, 29), 2)", "6")
        .as(call -> DateInterval.weekday(call.date(0).getDayOfWeek(), firstDay(call, 1)));
    catalog
        .define(
            "WeekdayName",
            "INTEGER weekday, [LOGICAL abbreviate], [INTEGER firstDayOfWeek]",
            STRING)
        .summary("The name of a day by its place in the week, 1 to 7.")
        .example("WeekdayName(2, 1, 1)", "Mon")
        .as(
            call ->
                firstDay(call, 2)
                    .plus(call.integer(0, 1, DAYS) - 1L)
                    .getDisplayName(style(call.logical(1, false)), locale));
    catalog
        .define("MonthName", "INTEGER month, [LOGICAL abbreviate]", STRING)
        .summary("The name of a month by its number, 1 to 12.")
        .example("MonthName(9, 0)", "September")
        .as(
            call ->
                Month.of(call.integer(0, 1, 12))
                    .getDisplayName(style(call.logical(1, false)), locale));
  }

  private static LocalDateTime dateSerial(Arguments call) {
    int year = DateText.fullYear(call.integer(0));
    if (Math.abs((long) year) > Short.MAX_VALUE) {
      throw call.wrong(0, "a year from 0 to 9999");
    }
    return LocalDate.of(year, 1, 1)
        .plusMonths(call.integer(1) - 1L)
        .plusDays(call.integer(2) - 1L)
        .atStartOfDay();
  }

  private static TextStyle style(boolean abbreviate) {
    return abbreviate ? TextStyle.SHORT_STANDALONE : TextStyle.FULL_STANDALONE;
  }

  private static DateInterval unit(Arguments call) {
    return DateInterval.find(call.text(0))
        .orElseThrow(() -> call.wrong(0, "one of yyyy, q, m, ww, w, d, y, h, n, s"));
  }

  private DayOfWeek firstDay(Arguments call, int index) {
    int day = call.has(index) ? call.integer(index, 0, DAYS) : 1;
    return day == 0 ? WeekFields.of(locale).getFirstDayOfWeek() : DayOfWeek.SATURDAY.plus(day);
  }

  private FirstWeek firstWeek(Arguments call, int index) {
    return switch (call.has(index) ? call.integer(index, 0, 3) : 1) {
      case 1 -> FirstWeek.JANUARY_FIRST;
      case 2 -> FirstWeek.FOUR_DAYS;
      case 3 -> FirstWeek.FULL;
      default ->
          WeekFields.of(locale).getMinimalDaysInFirstWeek() == 4
              ? FirstWeek.FOUR_DAYS
              : FirstWeek.JANUARY_FIRST;
    };
  }
}
