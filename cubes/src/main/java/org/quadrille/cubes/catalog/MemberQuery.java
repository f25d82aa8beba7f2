package org.quadrille.cubes.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which members of a cube are asked for.
 *
 * @param kind what the name stands for
 * @param name unique name of a hierarchy, level or member
 * @param search text that the caption must contain, without regard to case; null for all
 * @param limit at most so many
 */
public record MemberQuery(Kind kind, String name, @Nullable String search, int limit) {
  /** What is asked for. */
  public enum Kind {
    HIERARCHY,
    LEVEL,
    MEMBER,
    CHILDREN,
    PARENT,
    SIBLINGS,
    DESCENDANTS,
    ANCESTORS
  }

  public MemberQuery {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    if (limit < 0) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }
}
