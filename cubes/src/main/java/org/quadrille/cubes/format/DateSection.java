package org.quadrille.cubes.format;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A pattern for dates and times, such as {@code dd-mmm-yy}.
 *
 * <p>The letters are those of Visual Basic: lower case, {@code m} for the minute directly after an
 * hour and for the month elsewhere. Weeks begin on Sunday, and week 1 holds January 1.
 */
final class DateSection {

  /** Day zero of Visual Basic's calendar: a value on this day is a time without a date. */
  static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  // Longest first, so that the first that fits is the longest that fits.
  private static final List<String> FIELDS =
      List.of(
          "dddddd", "ddddd", "ttttt", "AM/PM", "am/pm", "dddd", "mmmm", "yyyy", "AMPM", "ddd",
          "mmm", "A/P", "a/p", "dd", "ww", "mm", "yy", "hh", "nn", "ss", "d", "w", "m", "q", "y",
          "h", "n", "s", "c", "/", ":");

  private final List<Function<LocalDateTime, String>> parts;

  private DateSection(List<Function<LocalDateTime, String>> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The system's format for a date, a time or both: see {@link LocaleSymbols#system}. */
  static DateSection longDate(LocaleSymbols symbols) {
    return new DateSection(List.of(symbols.system(FormatStyle.FULL, null)::format));
  }

  static DateSection compile(List<Glyph> glyphs, LocaleSymbols symbols) {
    List<String> fields = fields(glyphs);
    boolean halfDays = fields.stream().anyMatch(DateSection::isHalfDay);
    List<Function<LocalDateTime, String>> parts = new ArrayList<>();
    boolean afterHour = false;
    int at = 0;
    for (String field : fields) {
      if (field.isEmpty()) {
        String literal = String.valueOf(glyphs.get(at).value());
        parts.add(ignored -> literal);
        at++;
        continue;
      }
      String name =
          afterHour && field.startsWith("m") && field.length() < 3 ? minute(field) : field;
      parts.add(part(name, halfDays, symbols));
      if (!field.equals("/") && !field.equals(":")) {
        afterHour = field.startsWith("h");
      }
      at += field.length();
    }
    return new DateSection(parts);
  }

  /** True where the glyphs hold at least one date field. */
  static boolean startsField(List<Glyph> glyphs, int at) {
    String field = fieldAt(glyphs, at);
    return !field.isEmpty() && !field.equals("/") && !field.equals(":");
  }

  String format(LocalDateTime value) {
    StringBuilder text = new StringBuilder();
    for (Function<LocalDateTime, String> part : parts) {
      text.append(part.apply(value));
    }
    return text.toString();
  }

  private static String minute(String field) {
    return "n".repeat(field.length());
  }

  private static boolean isHalfDay(String field) {
    return field.equals("AMPM") || field.toLowerCase(Locale.ROOT).startsWith("a");
  }

  /** The fields in order; an empty text stands for one literal glyph. */
  private static List<String> fields(List<Glyph> glyphs) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < glyphs.size(); ) {
      String field = fieldAt(glyphs, i);
      fields.add(field);
      i += Math.max(1, field.length());
    }
    return fields;
  }

  private static String fieldAt(List<Glyph> glyphs, int at) {
    for (String field : FIELDS) {
      if (matches(glyphs, at, field)) {
        return field;
      }
    }
    return "";
  }

  private static boolean matches(List<Glyph> glyphs, int at, String field) {
    if (at + field.length() > glyphs.size()) {
      return false;
    }
    for (int i = 0; i < field.length(); i++) {
      if (!glyphs.get(at + i).is(field.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static Function<LocalDateTime, String> part(
      String field, boolean halfDays, LocaleSymbols symbols) {
    return switch (field) {
      case "d" -> value -> plain(value.getDayOfMonth());
      case "dd" -> value -> two(value.getDayOfMonth());
      case "ddd" -> value -> symbols.weekday(value.getDayOfWeek(), true);
      case "dddd" -> value -> symbols.weekday(value.getDayOfWeek(), false);
      case "ddddd" -> symbols.system(FormatStyle.SHORT, null)::format;
      case "dddddd" -> symbols.system(FormatStyle.LONG, null)::format;
      case "ttttt" -> symbols.system(null, FormatStyle.MEDIUM)::format;
      case "c" -> general(symbols);
      case "w" -> value -> plain(weekday(value));
      case "ww" -> value -> plain(week(value.toLocalDate()));
      case "m" -> value -> plain(value.getMonthValue());
      case "mm" -> value -> two(value.getMonthValue());
      case "mmm" -> value -> symbols.month(value.getMonthValue(), true);
      case "mmmm" -> value -> symbols.month(value.getMonthValue(), false);
      case "q" -> value -> plain((value.getMonthValue() + 2) / 3);
      case "y" -> value -> plain(value.getDayOfYear());
      case "yy" -> value -> two(Math.floorMod(value.getYear(), 100));
      case "yyyy" -> value -> String.format(Locale.ROOT, "%04d", value.getYear());
      case "h" -> value -> plain(hour(value, halfDays));
      case "hh" -> value -> two(hour(value, halfDays));
      case "n" -> value -> plain(value.getMinute());
      case "nn" -> value -> two(value.getMinute());
      case "s" -> value -> plain(value.getSecond());
      case "ss" -> value -> two(value.getSecond());
      case "AM/PM" -> value -> isMorning(value) ? "AM" : "PM";
      case "am/pm" -> value -> isMorning(value) ? "am" : "pm";
      case "A/P" -> value -> isMorning(value) ? "A" : "P";
      case "a/p" -> value -> isMorning(value) ? "a" : "p";
      case "AMPM" -> value -> isMorning(value) ? symbols.morning() : symbols.afternoon();
      case "/" -> value -> symbols.dateSeparator();
      case ":" -> value -> symbols.timeSeparator();
      default -> throw new IllegalArgumentException("no date field is written " + field);
    };
  }

  /** The date, the time, or both: what of them the value has. */
  private static Function<LocalDateTime, String> general(LocaleSymbols symbols) {
    Function<LocalDateTime, String> date = symbols.system(FormatStyle.SHORT, null)::format;
    Function<LocalDateTime, String> time = symbols.system(null, FormatStyle.MEDIUM)::format;
    return value -> {
      if (value.toLocalDate().equals(DAY_ZERO)) {
        return time.apply(value);
      }
      return value.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.apply(value)
          : date.apply(value) + ' ' + time.apply(value);
    };
  }

  private static String plain(int number) {
    return Integer.toString(number);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static int weekday(LocalDateTime value) {
    return value.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : value.getDayOfWeek().getValue() + 1;
  }

  private static int week(LocalDate date) {
    LocalDate first = date.withDayOfYear(1);
    int offset = first.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : first.getDayOfWeek().getValue();
    return (int) ((ChronoUnit.DAYS.between(first, date) + offset) / 7) + 1;
  }

  private static int hour(LocalDateTime value, boolean halfDays) {
    if (!halfDays) {
      return value.getHour();
    }
    return value.getHour() % 12 == 0 ? 12 : value.getHour() % 12;
  }

  private static boolean isMorning(LocalDateTime value) {
    return value.getHour() < 12;
  }
}
