package org.quadrille.cubes.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What navigation gives beyond the end: the parent of a top member, the child of a leaf. */
public record NullMember(Hierarchy hierarchy) implements Member {
  public NullMember {
    Objects.requireNonNull(hierarchy, "hierarchy");
  }

  @Override
  public Level level() {
    return hierarchy.levels().get(0);
  }

  @Override
  public String name() {
    return "#null";
  }

  @Override
  public String uniqueName() {
    return hierarchy.uniqueName() + ".[#null]";
  }

  @Override
  public String caption() {
    return "#null";
  }

  @Override
  public @Nullable Member parent() {
    return null;
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public boolean isNull() {
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NullMember that && that.hierarchy == hierarchy;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(hierarchy);
  }

  @Override
  public String toString() {
    return uniqueName();
  }
}
