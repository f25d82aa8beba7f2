package org.quadrille.cubes.mdx;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.mdx.Expression.Identifier;

/**
 * One axis of a query.
 *
 * @param ordinal 0 for COLUMNS, 1 for ROWS, 2 for PAGES, 3 for CHAPTERS, 4 for SECTIONS, or the
 *     number that was written
 * @param properties what DIMENSION PROPERTIES lists, empty without the clause
 */
public record Axis(
    Expression set, boolean nonEmpty, int ordinal, List<Identifier> properties, Place place) {
  public Axis {
    Objects.requireNonNull(set, "set");
    if (ordinal < 0) {
      throw new IllegalArgumentException("axis ordinal " + ordinal);
    }
    properties = List.copyOf(properties);
    Objects.requireNonNull(place, "place");
  }

  /** The axis as it stands in a SELECT clause. */
  public String toMdx() {
    return StatementText.of(this);
  }
}
