package org.quadrille.etl.job;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A dimension with one member a day.
 *
 * @param key surrogate key column, yyyymmdd
 * @param from first day
 * @param to last day
 */
public record DateDimension(
    String name,
    Place place,
    String table,
    String key,
    LocalDate from,
    LocalDate to,
    Optional<Map<String, String>> unknown) {
  /** The business key of every date dimension. */
  public static final String BUSINESS_KEY = "full_date";
}
