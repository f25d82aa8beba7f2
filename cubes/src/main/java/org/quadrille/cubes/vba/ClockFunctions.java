package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.DATETIME;
import static org.quadrille.cubes.vba.ScalarType.NUMERIC;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Functions that ask the clock, to the second. */
final class ClockFunctions {

  private static final double NANOS_PER_SECOND = 1e9;

  private ClockFunctions() {}

  static void addTo(Catalog catalog, Clock clock) {
    catalog
        .define("Now", "", DATETIME)
        .summary("The present date and time.")
        .example("Format(Now(), \"General Date\")")
        .as(call -> LocalDateTime.now(clock).withNano(0));
    catalog
        .define("Date", "", DATETIME)
        .summary("The present date.")
        .example("Format(Date(), \"Long Date\")")
        .as(call -> LocalDate.now(clock).atStartOfDay());
    catalog
        .define("Time", "", DATETIME)
        .summary("The present time of day.")
        .example("Format(Time(), \"Long Time\")")
        .as(call -> LocalTime.now(clock).withNano(0).atDate(SerialDate.DAY_ZERO));
    catalog
        .define("Timer", "", NUMERIC)
        .summary("The seconds since midnight, with their fraction.")
        .example("Timer()")
        .as(call -> LocalTime.now(clock).toNanoOfDay() / NANOS_PER_SECOND);
  }
}
