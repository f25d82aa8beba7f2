package org.quadrille.cubes.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether two cubes mean the same by dimensions of one name: their hierarchies have the same levels
 * over the same table, so that facts of both can be joined by the keys of either.
 */
record SameDimension(Dimension dimension) {
  /** Compares hierarchies and levels by name, table and key. */
  boolean as(Dimension other) {
    if (dimension.hierarchies().size() != other.hierarchies().size()) {
      return false;
    }
    for (int i = 0; i < dimension.hierarchies().size(); i++) {
      if (!same(dimension.hierarchies().get(i), other.hierarchies().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Hierarchy a, Hierarchy b) {
    if (a.levels().size() != b.levels().size()
        || !Objects.equals(a.primaryKey(), b.primaryKey())
        || !same(a.relation(), b.relation())) {
      return false;
    }
    for (int i = 0; i < a.levels().size(); i++) {
      Level first = a.levels().get(i);
      Level second = b.levels().get(i);
      if (!first.name().equals(second.name()) || !first.key().equals(second.key())) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(@Nullable Relation a, @Nullable Relation b) {
    return a instanceof Relation.Single first && b != null && new SameRelation(first).as(b);
  }
}
