package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A declared aggregate table.
 *
 * @param name of the table; null where a pattern is given
 * @param pattern regular expression of table names; null where a name is given
 * @param excludedPatterns regular expressions of table names that a pattern does not mean
 * @param factCountColumn column with the number of facts in each row
 * @param measureFactCounts columns that count the facts where one fact column is not null
 */
public record AggregateTable(
    @Nullable String name,
    @Nullable String pattern,
    List<String> excludedPatterns,
    boolean ignoreCase,
    String factCountColumn,
    List<String> ignoredColumns,
    List<ForeignKey> foreignKeys,
    List<AggregateMeasure> measures,
    List<AggregateLevel> levels,
    Location location,
    List<MeasureFactCount> measureFactCounts) {
  public AggregateTable {
    excludedPatterns = List.copyOf(excludedPatterns);
    Objects.requireNonNull(factCountColumn, "factCountColumn");
    ignoredColumns = List.copyOf(ignoredColumns);
    foreignKeys = List.copyOf(foreignKeys);
    measures = List.copyOf(measures);
    levels = List.copyOf(levels);
    Objects.requireNonNull(location, "location");
    measureFactCounts = List.copyOf(measureFactCounts);
  }

  /** A foreign key kept in the aggregate table. */
  public record ForeignKey(String factColumn, String aggregateColumn) {}

  /** A measure kept in the aggregate table; the name is MDX. */
  public record AggregateMeasure(String measure, String column, @Nullable String rollupType) {}

  /**
   * A level whose columns are in the aggregate table; the name is MDX.
   *
   * @param collapsed whether the columns of the levels above are there too
   */
  public record AggregateLevel(
      String level,
      String column,
      @Nullable String nameColumn,
      @Nullable String captionColumn,
      @Nullable String ordinalColumn,
      boolean collapsed,
      List<AggregateProperty> properties) {
    public AggregateLevel {
      properties = List.copyOf(properties);
    }
  }

  /** A member property whose column is in the aggregate table. */
  public record AggregateProperty(String property, String column) {}

  /** The number of facts in each row where the fact column is not null, as averages need it. */
  public record MeasureFactCount(String factColumn, String column) {}
}
