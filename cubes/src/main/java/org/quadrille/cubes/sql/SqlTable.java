package org.quadrille.cubes.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table or view that SQL may read.
 *
 * @param schema {@link #CUBES} or {@link #STAR}
 * @param measures names of those columns that are measures
 */
public record SqlTable(
    String schema,
    String name,
    @Nullable String comment,
    List<SqlColumn> columns,
    List<String> measures) {
  /** The schema with a view for each cube. */
  public static final String CUBES = "cubes";

  /** The schema with the star's tables. */
  public static final String STAR = "star";

  public SqlTable {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    measures = List.copyOf(measures);
  }
}
