package org.quadrille.cubes.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cube in a list.
 *
 * @param fault why it cannot be used, null for a usable one
 */
public record CubeSummary(
    String name,
    String caption,
    @Nullable String description,
    boolean visible,
    @Nullable String fault) {
  public CubeSummary {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(caption, "caption");
  }
}
