package org.quadrille.cubes.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;

/** Gives stored cells. */
interface CellSource {
  /**
   * The value of a cell.
   *
   * @param current members by ordinal of the hierarchy, none of them calculated; null where a
   *     restriction stands for the hierarchy
   * @return null where the cell is empty or not known yet
   */
  @Nullable Object get(
      MeasureMember measure, @Nullable Member[] current, List<Restriction> restrictions);

  /**
   * The tuples of a product of sets at which a measure has a value.
   *
   * @return null where that can only be told by trying each
   */
  default @Nullable TupleSet nonEmptyProduct(
      List<TupleSet> sets,
      List<MeasureMember> measures,
      @Nullable Member[] current,
      List<Restriction> restrictions) {
    return null;
  }

  /** How many cells were asked for that are not known yet, since the query began. */
  long missing();

  /**
   * Fetches what was asked for and not known.
   *
   * @return whether anything was fetched, so that evaluating again makes sense
   */
  boolean load();
}
