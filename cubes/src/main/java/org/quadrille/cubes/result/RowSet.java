package org.quadrille.cubes.result;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of facts behind a cell.
 *
 * @param cut whether there are further rows that the limit left out
 * @param limit how many rows were given at most
 */
public record RowSet(
    String cube,
    List<Column> columns,
    List<List<@Nullable Object>> rows,
    boolean cut,
    int limit,
    QueryStatistics statistics) {
  public RowSet {
    Objects.requireNonNull(cube, "cube");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    Objects.requireNonNull(statistics, "statistics");
  }

  /** What the values of a column are. */
  public enum Type {
    STRING,
    /** Integer or Long. */
    INTEGER,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    /** LocalDate. */
    DATE,
    /** LocalDateTime. */
    TIMESTAMP
  }

  /**
   * A column.
   *
   * @param name unique name of the level, property or measure; no two columns have the same
   * @param caption to show
   */
  public record Column(String name, String caption, Type type) {
    public Column {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(caption, "caption");
      Objects.requireNonNull(type, "type");
    }
  }
}
