package org.quadrille.etl.job;

import java.util.List;

/**
 * A fact table.
 *
 * @param unique columns that identify a row; may be empty with {@code replace}
 * @param replace whether the table holds what the source holds and nothing else
 */
public record Fact(
    String name,
    Place place,
    String table,
    String from,
    List<Join> joins,
    List<Column> columns,
    List<Check> checks,
    List<String> unique,
    boolean replace)
    implements Target {
  public Fact {
    joins = List.copyOf(joins);
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
    unique = List.copyOf(unique);
  }
}
