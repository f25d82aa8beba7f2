package org.quadrille.cubes.bind;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;

/**
 * A query with every name resolved.
 *
 * @param slicer a set, null without a WHERE clause
 * @param subselects of FROM (SELECT …), innermost first; empty for a plain cube
 * @param cellProperties names after CELL PROPERTIES in upper case, each once; empty without
 */
public record BoundQuery(
    Scope scope,
    List<BoundAxis> axes,
    @Nullable Expr slicer,
    List<BoundSubselect> subselects,
    List<String> cellProperties) {
  public BoundQuery {
    Objects.requireNonNull(scope, "scope");
    axes = List.copyOf(axes);
    subselects = List.copyOf(subselects);
    cellProperties = List.copyOf(cellProperties);
  }

  /**
   * A select that another one reads from.
   *
   * @param sets of its axes
   * @param slicer a set, null without a WHERE clause
   */
  public record BoundSubselect(List<Expr> sets, @Nullable Expr slicer) {
    public BoundSubselect {
      sets = List.copyOf(sets);
    }
  }

  /**
   * An axis.
   *
   * @param properties names of member properties that were asked for
   */
  public record BoundAxis(Expr set, boolean nonEmpty, int ordinal, List<String> properties) {
    public BoundAxis {
      Objects.requireNonNull(set, "set");
      properties = List.copyOf(properties);
    }
  }
}
