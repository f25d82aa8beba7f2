package org.quadrille.etl.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dimension that is filled from a source.
 *
 * @param key surrogate key column
 * @param unknown values of the unknown member by column; empty where there is none
 * @param distinct whether many rows may give one member
 */
public record Dimension(
    String name,
    Place place,
    String table,
    String from,
    List<Join> joins,
    List<Column> columns,
    List<Check> checks,
    String key,
    List<String> businessKey,
    Optional<Map<String, String>> unknown,
    boolean distinct,
    Optional<History> history,
    Optional<Parent> parent,
    Optional<Closure> closure)
    implements Target {
  public Dimension {
    joins = List.copyOf(joins);
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
    businessKey = List.copyOf(businessKey);
  }

  /**
   * Versions of members.
   *
   * @param from column with the first day of a version
   * @param to column with the day after its last
   * @param date column of the job that says from when a row holds; null for the day of the load
   * @param begin where the first version of a key starts; null for the row's own date
   */
  public record History(String from, String to, @Nullable String date, @Nullable String begin) {}

  /**
   * A tree of members.
   *
   * @param by column with the parent's business key
   * @param column column that gets the parent's surrogate key
   */
  public record Parent(String by, String column, Place place) {}

  /** A table with all pairs of ancestor and member; its columns' names. */
  public record Closure(String table, String parent, String child, String distance) {}
}
