package org.quadrille.cubes.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named set of a cube or schema.
 *
 * @param formula MDX
 */
public record NamedSet(
    String name,
    @Nullable String caption,
    @Nullable String description,
    String formula,
    Annotations annotations,
    Location location) {
  public NamedSet {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(location, "location");
  }
}
