package org.quadrille.cubes.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of the schema.
 *
 * @param type null for a member
 * @param defaultValue MDX, null without
 */
public record Parameter(
    String name,
    @Nullable String description,
    @Nullable DataType type,
    boolean modifiable,
    @Nullable String defaultValue,
    Location location) {
  public Parameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(location, "location");
  }
}
