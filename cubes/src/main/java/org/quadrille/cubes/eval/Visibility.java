package org.quadrille.cubes.eval;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.StoredMember;

/**
 * Which members may be seen: for some hierarchies a part of their rows, for others all. Calculated
 * members are always seen. Immutable.
 */
public final class Visibility {
  /** Everything is seen. */
  public static final Visibility ALL = new Visibility(Map.of(), null);

  private final Map<Hierarchy, BitSet> rows;
  private final @Nullable Set<Member> measures;

  private Visibility(Map<Hierarchy, BitSet> rows, @Nullable Set<Member> measures) {
    this.rows = rows;
    this.measures = measures;
  }

  /**
   * Of a hierarchy these members, those above and those below them; of others everything.
   *
   * @param members of that hierarchy; of the hierarchy of measures the measures themselves
   */
  public static Visibility around(Hierarchy hierarchy, Iterable<? extends Member> members) {
    if (hierarchy.isMeasures()) {
      Set<Member> measures = new HashSet<>();
      members.forEach(measures::add);
      return new Visibility(Map.of(), Set.copyOf(measures));
    }
    BitSet seen = new BitSet();
    for (Member member : members) {
      if (member instanceof StoredMember stored) {
        mark(hierarchy.members(), hierarchy.members().branch(stored.row()), seen);
      } else if (member instanceof DataMember own) {
        mark(hierarchy.members(), new int[] {own.owner().row()}, seen);
      }
    }
    return ofRows(hierarchy, seen);
  }

  /** Of a hierarchy the members of these rows of its dictionary; of others everything. */
  public static Visibility ofRows(Hierarchy hierarchy, BitSet rows) {
    return new Visibility(Map.of(hierarchy, (BitSet) rows.clone()), null);
  }

  /** Marks rows, the topmost first, and what is above them. */
  private static void mark(MemberTable table, int[] branch, BitSet seen) {
    for (int row : branch) {
      seen.set(row);
    }
    for (int up = table.keyParent(branch[0]); up != MemberTable.NONE; up = table.keyParent(up)) {
      seen.set(up);
    }
  }

  /** What both show. */
  public Visibility and(Visibility other) {
    Map<Hierarchy, BitSet> both = new HashMap<>(rows);
    other.rows.forEach(
        (hierarchy, theirs) ->
            both.merge(
                hierarchy,
                theirs,
                (a, b) -> {
                  BitSet common = (BitSet) a.clone();
                  common.and(b);
                  return common;
                }));
    Set<Member> common = measures == null ? other.measures : measures;
    if (measures != null && other.measures != null) {
      common = new HashSet<>(measures);
      common.retainAll(other.measures);
    }
    return new Visibility(Map.copyOf(both), common);
  }

  /** Whether all members of a hierarchy are seen. */
  public boolean seesAll(Hierarchy hierarchy) {
    return hierarchy.isMeasures() ? measures == null : !rows.containsKey(hierarchy);
  }

  /** Whether a member is seen. */
  public boolean sees(Member member) {
    if (member instanceof MeasureMember) {
      return measures == null || measures.contains(member);
    }
    if (member instanceof StoredMember stored) {
      return seesRow(stored.hierarchy(), stored.row());
    }
    return !(member instanceof DataMember own)
        || seesRow(own.owner().hierarchy(), own.owner().row());
  }

  private boolean seesRow(Hierarchy hierarchy, int row) {
    BitSet seen = rows.get(hierarchy);
    return seen == null || seen.get(row);
  }

  /** The rows of a hierarchy that are seen, in the given order. */
  int[] visible(Hierarchy hierarchy, int[] candidates) {
    BitSet seen = rows.get(hierarchy);
    if (seen == null) {
      return candidates;
    }
    int[] kept = new int[candidates.length];
    int count = 0;
    for (int row : candidates) {
      if (seen.get(row)) {
        kept[count++] = row;
      }
    }
    return java.util.Arrays.copyOf(kept, count);
  }

  /** The tuples all of whose members are seen. */
  public TupleSet visible(TupleSet set) {
    if (this == ALL || set.isEmpty()) {
      return set;
    }
    int[] kept = new int[set.size()];
    int count = 0;
    for (int t = 0; t < set.size(); t++) {
      if (List.of(set.tuple(t)).stream().allMatch(this::sees)) {
        kept[count++] = t;
      }
    }
    return count == kept.length ? set : set.pick(java.util.Arrays.copyOf(kept, count));
  }
}
