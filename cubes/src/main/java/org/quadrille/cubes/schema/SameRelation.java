package org.quadrille.cubes.schema;

import java.util.Objects;

/** Whether a hierarchy's relation is the fact relation, so that no join is needed. */
final class SameRelation {
  private final Relation fact;

  SameRelation(Relation fact) {
    this.fact = fact;
  }

  /** Compares what the relations are, not where they stand in the file. */
  boolean as(Relation other) {
    if (fact instanceof Relation.Table a && other instanceof Relation.Table b) {
      return a.name().equals(b.name())
          && a.alias().equals(b.alias())
          && Objects.equals(a.schema(), b.schema());
    }
    if (fact instanceof Relation.View a && other instanceof Relation.View b) {
      return a.alias().equals(b.alias()) && a.sql().equals(b.sql());
    }
    if (fact instanceof Relation.InlineTable a && other instanceof Relation.InlineTable b) {
      return a.alias().equals(b.alias())
          && a.columns().equals(b.columns())
          && a.rows().equals(b.rows());
    }
    return false;
  }
}
