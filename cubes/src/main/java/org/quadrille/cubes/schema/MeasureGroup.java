package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact relation and how dimensions join to it.
 *
 * @param name name of the base cube
 * @param links the dimensions that these facts have; one that is not listed does not apply to them
 * @param ignoreUnrelatedDimensions whether a dimension that does not apply is taken at its top
 *     instead of making the cell empty
 * @param aggregates tables that hold the same facts at a coarser grain
 */
public record MeasureGroup(
    String name,
    Relation fact,
    List<Link> links,
    boolean ignoreUnrelatedDimensions,
    List<AggregateTable> aggregates) {
  public MeasureGroup {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(fact, "fact");
    links = List.copyOf(links);
    aggregates = List.copyOf(aggregates);
  }

  /** How the facts join the dimension of that name, null where they do not. */
  public @Nullable Link link(String dimension) {
    return links.stream().filter(l -> l.dimension().equals(dimension)).findFirst().orElse(null);
  }

  /**
   * How facts join a dimension.
   *
   * @param dimension the dimension's name in the cube
   * @param foreignKey the fact table's column, null for a dimension whose columns are in the fact
   *     table itself
   * @param level name of the level to join to, null for the leaf by the hierarchy's primary key
   * @param usagePrefix prefix of the dimension's columns in collapsed aggregate tables, or null
   */
  public record Link(
      String dimension,
      @Nullable String foreignKey,
      @Nullable String level,
      @Nullable String usagePrefix) {
    public Link {
      Objects.requireNonNull(dimension, "dimension");
    }
  }
}
