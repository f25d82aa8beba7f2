package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dimension as a cube uses it; the name is that of the usage.
 *
 * @param sourceName name of the shared dimension it is a usage of, the own name for a private one;
 *     usages of one source share their members
 */
public record Dimension(
    String name,
    String sourceName,
    @Nullable String caption,
    @Nullable String description,
    boolean visible,
    boolean time,
    boolean highCardinality,
    List<Hierarchy> hierarchies,
    Annotations annotations,
    Location location) {
  public Dimension {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sourceName, "sourceName");
    hierarchies = List.copyOf(hierarchies);
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(location, "location");
  }
}
