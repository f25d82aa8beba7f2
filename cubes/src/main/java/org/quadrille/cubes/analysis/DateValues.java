package org.quadrille.cubes.analysis;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads dates from values of properties, which databases give in several forms. */
final class DateValues {
  private DateValues() {}

  /** A date, a time stamp's date, an ISO text's date; null for anything else. */
  static @Nullable LocalDate date(@Nullable Object value) {
    if (value instanceof LocalDate date) {
      return date;
    }
    if (value instanceof LocalDateTime time) {
      return time.toLocalDate();
    }
    String text = String.valueOf(value);
    if (text.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }
}
