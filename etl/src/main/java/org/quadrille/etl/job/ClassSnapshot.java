package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Classes of members, such as customers, in each month, worked out over a fact table after it is
 * loaded.
 *
 * @param table holds a row for each month and member
 * @param fact name of the fact whose rows are counted
 * @param member its column with the member's key; 0, the unknown member, has no class
 * @param date its column with the key of a day, yyyymmdd
 * @param value a DuckDB expression over its columns, summed up by month and member
 * @param byValue whether the lines are shares of the value, else of the members
 * @param a percent at which class A ends
 * @param b percent at which class B ends
 * @param dimension name of the dimension whose business key is the class: A, B, C, D
 * @param column column that the fact gets: the class of the row's member in its month; null for
 *     none
 */
public record ClassSnapshot(
    String name,
    Place place,
    String table,
    String fact,
    String member,
    String date,
    String value,
    boolean byValue,
    int a,
    int b,
    String dimension,
    @Nullable String column) {
  public ClassSnapshot {
    requireNonNull(name, "name is null");
    requireNonNull(place, "place is null");
    requireNonNull(table, "table is null");
    requireNonNull(fact, "fact is null");
    requireNonNull(member, "member is null");
    requireNonNull(date, "date is null");
    requireNonNull(value, "value is null");
    requireNonNull(dimension, "dimension is null");
  }
}
