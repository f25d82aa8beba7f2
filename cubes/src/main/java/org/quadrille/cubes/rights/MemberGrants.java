package org.quadrille.cubes.rights;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MemberTable;

/**
 * The grants on members of one hierarchy, in the order of the schema. A grant concerns a member and
 * what is below it and takes back what was said of those before. Members above a granted one may be
 * seen too; members above a denied one keep what they had.
 */
final class MemberGrants {
  private final MemberTable table;
  private final int top;
  private final Map<Integer, Access> entries = new TreeMap<>();

  /** What is said of one member. */
  private enum Access {
    /** It and what is below it. */
    ALL,
    /** It, and below it only what is granted. */
    CUSTOM,
    /** It, and below it all but what is denied. */
    RESTRICTED,
    /** Neither it nor what is below it. */
    NONE
  }

  /**
   * No grants yet.
   *
   * @param top depth of the topmost level whose members may be seen
   */
  MemberGrants(MemberTable table, int top) {
    this.table = table;
    this.top = top;
  }

  void grant(int row, boolean isGranted) {
    for (int below : table.branch(row)) {
      entries.remove(below);
    }
    entries.put(row, isGranted ? Access.ALL : Access.NONE);
    for (int up = table.keyParent(row); up != MemberTable.NONE; up = table.keyParent(up)) {
      if (table.level(up) < top) {
        continue;
      }
      Access before = entries.get(up);
      if (isGranted && (before == null || before == Access.NONE)) {
        entries.put(up, Access.CUSTOM);
      } else if (!isGranted && (before == null || before == Access.ALL)) {
        entries.put(up, Access.RESTRICTED);
      }
    }
  }

  /** Rows whose own facts may be seen: those above a granted one are there for the way only. */
  BitSet facts() {
    BitSet facts = granted();
    entries.forEach(
        (row, access) -> {
          if (access == Access.CUSTOM) {
            facts.clear(row);
          }
        });
    return facts;
  }

  /** The rows from the topmost level down that may be seen. */
  BitSet granted() {
    BitSet granted = new BitSet(table.size());
    @Nullable Boolean[] below = new @Nullable Boolean[table.size()];
    for (int row = 0; row < table.size(); row++) {
      Access access = entries.get(row);
      int up = table.keyParent(row);
      Boolean inherited = up == MemberTable.NONE ? null : below[up];
      boolean seen =
          access == null
              ? inherited == null ? entries.isEmpty() : inherited
              : access != Access.NONE;
      if (seen && table.level(row) >= top) {
        granted.set(row);
      }
      below[row] =
          access == null
              ? inherited
              : Boolean.valueOf(access == Access.ALL || access == Access.RESTRICTED);
    }
    return granted;
  }
}
