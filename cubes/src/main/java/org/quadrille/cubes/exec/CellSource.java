package org.quadrille.cubes.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /** How many cells were asked for that are not known yet, since the query began. */
  long missing();

  /**
   * Fetches what was asked for and not known.
   *
   * @return whether anything was fetched, so that evaluating again makes sense
   */
  boolean load();
}
