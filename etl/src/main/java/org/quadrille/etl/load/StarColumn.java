package org.quadrille.etl.load;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import org.quadrille.etl.sql.Sql;

/** A column of a table of the star; {@code type} is a DuckDB type. */
record StarColumn(String name, String type) {
  StarColumn {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
  }

  String quoted() {
    return Sql.name(name);
  }

  /** Quoted names with commas, each with a prefix such as {@code t.}. */
  static String list(List<StarColumn> columns, String prefix) {
    return columns.stream()
        .map(column -> prefix + column.quoted())
        .collect(Collectors.joining(", "));
  }

  /** Whether any of the columns differs between two aliases; false for no columns. */
  static String differ(List<StarColumn> columns, String one, String two) {
    return columns.isEmpty()
        ? "false"
        : columns.stream()
            .map(c -> one + "." + c.quoted() + " IS DISTINCT FROM " + two + "." + c.quoted())
            .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** That all the columns are equal between two aliases; nulls are equal to nothing. */
  static String equal(List<StarColumn> columns, String one, String two) {
    return columns.stream()
        .map(c -> one + "." + c.quoted() + " = " + two + "." + c.quoted())
        .collect(Collectors.joining(" AND "));
  }

  /** The assignments of an UPDATE. */
  static String assign(List<StarColumn> columns, String from) {
    return columns.stream()
        .map(c -> c.quoted() + " = " + from + "." + c.quoted())
        .collect(Collectors.joining(", "));
  }
}
