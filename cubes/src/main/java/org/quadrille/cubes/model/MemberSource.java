package org.quadrille.cubes.model;

import java.util.List;

/** Reads the members of a hierarchy level by level, when they are first needed. */
public interface MemberSource {
  /**
   * Reads the members of some levels.
   *
   * @param above the table, with all levels above these
   * @param from depth of the first level to read
   * @param to depth of the last level that is wanted; those below may be read too
   * @return a generation for each level from the first on; of a parent-child hierarchy all
   */
  List<Generation> read(MemberTable above, int from, int to);
}
