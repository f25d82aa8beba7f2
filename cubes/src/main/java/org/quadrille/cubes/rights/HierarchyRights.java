package org.quadrille.cubes.rights;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.schema.Role.RollupPolicy;

/** What may be seen of one hierarchy of stored members. Safe for use by many threads. */
public final class HierarchyRights {
  private final Hierarchy hierarchy;
  private final BitSet levels;
  private final @Nullable BitSet seen;
  private final @Nullable BitSet visible;
  private final @Nullable BitSet full;
  private final RollupPolicy policy;
  private final List<Member> frontier;

  private HierarchyRights(
      Hierarchy hierarchy,
      BitSet levels,
      @Nullable BitSet seen,
      @Nullable BitSet visible,
      RollupPolicy policy) {
    this.hierarchy = Objects.requireNonNull(hierarchy, "hierarchy");
    this.levels = levels;
    this.seen = seen;
    this.visible = visible;
    this.policy = policy;
    this.full = seen == null ? null : full(hierarchy, seen);
    this.frontier = full == null || seen == null ? List.of() : frontier(hierarchy, seen, full);
  }

  /** All of a hierarchy. */
  static HierarchyRights all(Hierarchy hierarchy) {
    return between(hierarchy, 0, hierarchy.levels().size() - 1, RollupPolicy.FULL);
  }

  /** All members of some levels, and totals over all. */
  static HierarchyRights between(Hierarchy hierarchy, int top, int bottom, RollupPolicy policy) {
    BitSet levels = new BitSet();
    levels.set(top, bottom + 1);
    return new HierarchyRights(hierarchy, levels, null, null, policy);
  }

  /**
   * Some members of some levels.
   *
   * @param grants what was said of members, of those below the lowest level too
   */
  static HierarchyRights some(
      Hierarchy hierarchy, int top, int bottom, RollupPolicy policy, MemberGrants grants) {
    BitSet levels = new BitSet();
    levels.set(top, bottom + 1);
    return new HierarchyRights(
        hierarchy,
        levels,
        grants.facts(),
        inLevels(hierarchy.members(), levels, grants.granted()),
        policy);
  }

  /** What may be seen by either; totals by the policy that shows more. */
  HierarchyRights or(HierarchyRights other) {
    RollupPolicy both = policy.compareTo(other.policy) <= 0 ? policy : other.policy;
    BitSet either = (BitSet) levels.clone();
    either.or(other.levels);
    if (seen == null && other.seen == null) {
      return new HierarchyRights(hierarchy, either, null, null, both);
    }
    BitSet rows = visibleRows();
    rows.or(other.visibleRows());
    BitSet facts = seen == null || other.seen == null ? null : (BitSet) seen.clone();
    if (facts != null) {
      facts.or(Objects.requireNonNull(other.seen));
    }
    return new HierarchyRights(hierarchy, either, facts, rows, both);
  }

  private BitSet visibleRows() {
    MemberTable table = hierarchy.members();
    if (visible != null) {
      return (BitSet) visible.clone();
    }
    BitSet every = new BitSet();
    every.set(0, table.size());
    return inLevels(table, levels, every);
  }

  private static BitSet inLevels(MemberTable table, BitSet levels, BitSet rows) {
    BitSet kept = new BitSet();
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      if (levels.get(table.level(row))) {
        kept.set(row);
      }
    }
    return kept;
  }

  /** Rows below which nothing is hidden; what stands above the topmost level does not count. */
  private static BitSet full(Hierarchy hierarchy, BitSet seen) {
    MemberTable table = hierarchy.members();
    BitSet partly = new BitSet(table.size());
    BitSet full = new BitSet(table.size());
    for (int row = table.size() - 1; row >= 0; row--) {
      boolean hasOwnFacts = hierarchy.isParentChild() && !(hierarchy.hasAll() && row == 0);
      boolean isLeaf = table.isLeaf(row);
      if (partly.get(row) || ((isLeaf || hasOwnFacts) && !seen.get(row))) {
        if (table.keyParent(row) != MemberTable.NONE) {
          partly.set(table.keyParent(row));
        }
      } else {
        full.set(row);
      }
    }
    return full;
  }

  /** The topmost members below which nothing is hidden: together all facts that may be seen. */
  private static List<Member> frontier(Hierarchy hierarchy, BitSet seen, BitSet full) {
    MemberTable table = hierarchy.members();
    List<Member> frontier = new ArrayList<>();
    for (int row : table.inOrder()) {
      int up = table.keyParent(row);
      if (up != MemberTable.NONE && full.get(up)) {
        continue;
      }
      if (full.get(row)) {
        frontier.add(hierarchy.member(row));
      } else if (hierarchy.isParentChild() && seen.get(row) && !(hierarchy.hasAll() && row == 0)) {
        frontier.add(new DataMember(hierarchy.member(row)));
      }
    }
    return List.copyOf(frontier);
  }

  /** The hierarchy. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** What a total over hidden members shows. */
  public RollupPolicy policy() {
    return policy;
  }

  /** Whether members of a level may be seen. */
  public boolean isVisible(Level level) {
    return levels.get(level.depth());
  }

  /** Whether a row of the hierarchy's members may be seen. */
  public boolean isVisible(int row) {
    if (visible != null) {
      return visible.get(row);
    }
    // Asks for the members only where levels are hidden; they may not have been read yet.
    return isComplete()
        || levels.get(hierarchy.hasAll() && row == 0 ? 0 : hierarchy.members().level(row));
  }

  /** Whether a member that stands for a row's own facts may be seen. */
  boolean isOwnVisible(int row) {
    return isVisible(row) && (seen == null || seen.get(row));
  }

  /** Whether every member may be seen. */
  public boolean isComplete() {
    return visible == null && levels.cardinality() == hierarchy.levels().size();
  }

  /** Whether some facts belong to hidden members, whatever totals show. */
  public boolean hidesFacts() {
    return full != null;
  }

  /** Whether totals differ from what the facts hold. */
  public boolean limitsTotals() {
    return full != null && policy != RollupPolicy.FULL;
  }

  /** Whether no fact of a member is hidden. */
  public boolean isFull(Member member) {
    if (full == null || seen == null) {
      return true;
    }
    if (member instanceof StoredMember stored) {
      return full.get(stored.row());
    }
    return !(member instanceof DataMember own) || seen.get(own.owner().row());
  }

  /** Whether no fact of a row is hidden. */
  public boolean isFull(int row) {
    return full == null || full.get(row);
  }

  /** Members that together have all facts that may be seen; empty where no fact is hidden. */
  public List<Member> frontier() {
    return frontier;
  }
}
