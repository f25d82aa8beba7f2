package org.quadrille.cubes.vba;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Dates as numbers: days since December 30, 1899, with the time of day as a fraction. In a negative
 * number the fraction still counts forward from midnight, as Visual Basic has it.
 */
final class SerialDate {

  /** Day zero; a moment on this day is a time without a date. */
  static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final double NANOS_PER_DAY = 86_400e9;
  private static final double MILLIS_PER_DAY = 86_400e3;
  private static final double LEAST = -657_434;
  private static final double GREATEST = 2_958_465.999999;

  private SerialDate() {}

  static double toSerial(LocalDateTime moment) {
    double days = ChronoUnit.DAYS.between(DAY_ZERO, moment.toLocalDate());
    double fraction = moment.toLocalTime().toNanoOfDay() / NANOS_PER_DAY;
    return days < 0 ? days - fraction : days + fraction;
  }

  /** The moment to the millisecond; empty outside the years 100 to 9999. */
  static Optional<LocalDateTime> toDate(double serial) {
    if (!(serial >= LEAST && serial <= GREATEST)) {
      return Optional.empty();
    }
    long days = (long) serial;
    long millis = Math.round(Math.abs(serial - days) * MILLIS_PER_DAY);
    return Optional.of(DAY_ZERO.plusDays(days).atStartOfDay().plus(millis, ChronoUnit.MILLIS));
  }
}
