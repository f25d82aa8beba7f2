package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.rights.CubeRights;
import org.quadrille.cubes.rights.HierarchyRights;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.Role.RollupPolicy;

/**
 * What rights do to stored cells. A cell over hidden members is empty or is taken over the facts
 * that may be seen, as the policy of the hierarchy says; the latter is one more restriction of the
 * cell, so that every aggregator is right and segments know nothing of roles. Not for use by
 * several threads.
 */
final class CellRights {
  private final List<HierarchyRights> limiting;
  private final List<@Nullable Restriction> seen = new ArrayList<>();
  private final Map<List<Restriction>, Map<Long, List<Restriction>>> extended =
      new IdentityHashMap<>();

  /** The rights to a cube's cells. */
  CellRights(CubeRights rights) {
    this.limiting = rights.limiting();
    for (HierarchyRights each : limiting) {
      seen.add(
          each.frontier().isEmpty() ? null : Restriction.of(TupleSet.ofMembers(each.frontier())));
    }
    if (limiting.size() > Long.SIZE) {
      throw new IllegalStateException("too many restricted hierarchies: " + limiting.size());
    }
  }

  /** Tells whether some fact of what is asked of a hierarchy is hidden. */
  interface Limit {
    boolean isLimited(HierarchyRights rights);
  }

  /**
   * The restrictions under which a cell is to be fetched.
   *
   * @param current members by ordinal of the hierarchy; null where a restriction stands for one
   * @return the same list where nothing is hidden; null where the cell is empty
   */
  @Nullable List<Restriction> apply(
      MeasureGroup group, @Nullable Member[] current, List<Restriction> restrictions) {
    if (limiting.isEmpty()) {
      return restrictions;
    }
    return apply(group, restrictions, rights -> isLimited(rights, current, restrictions));
  }

  /** The restrictions for cells of which it is known what is limited; null for empty cells. */
  @Nullable List<Restriction> apply(
      MeasureGroup group, List<Restriction> restrictions, Limit limit) {
    long added = 0;
    for (int i = 0; i < limiting.size(); i++) {
      HierarchyRights rights = limiting.get(i);
      if (!CellAddress.joins(group, rights.hierarchy()) || !limit.isLimited(rights)) {
        continue;
      }
      if (rights.policy() == RollupPolicy.HIDDEN || seen.get(i) == null) {
        return null;
      }
      added |= 1L << i;
    }
    if (added == 0) {
      return restrictions;
    }
    // The same list each time: cells tell by its identity that they are alike.
    return extended
        .computeIfAbsent(restrictions, r -> new HashMap<>())
        .computeIfAbsent(added, mask -> extend(restrictions, mask));
  }

  private List<Restriction> extend(List<Restriction> restrictions, long mask) {
    List<Restriction> more = new ArrayList<>(restrictions);
    for (int i = 0; i < limiting.size(); i++) {
      Restriction restriction = seen.get(i);
      if ((mask & (1L << i)) != 0 && restriction != null) {
        more.add(restriction);
      }
    }
    return List.copyOf(more);
  }

  /**
   * The restrictions of the facts behind a cell that may be shown one by one: never those of hidden
   * members, also where totals cover them.
   *
   * @return null where none may be shown
   */
  static @Nullable List<Restriction> ofFacts(
      CubeRights rights, MeasureGroup group, List<Restriction> restrictions) {
    List<Restriction> more = new ArrayList<>(restrictions);
    for (HierarchyRights each : rights.hidingFacts()) {
      if (CellAddress.joins(group, each.hierarchy())) {
        if (each.frontier().isEmpty()) {
          return null;
        }
        more.add(Restriction.of(TupleSet.ofMembers(each.frontier())).forGood());
      }
    }
    return more;
  }

  /** Whether facts are hidden of a hierarchy's current member or members. */
  static boolean isLimited(
      HierarchyRights rights, @Nullable Member[] current, List<Restriction> restrictions) {
    Hierarchy hierarchy = rights.hierarchy();
    Member member = current[hierarchy.ordinal()];
    if (member != null) {
      return !rights.isFull(member);
    }
    for (Restriction restriction : restrictions) {
      int at = restriction.hierarchies().indexOf(hierarchy);
      if (at >= 0 && restriction.members().stream().anyMatch(t -> !rights.isFull(t.get(at)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a total may be empty because of what it hides. */
  boolean empties() {
    return limiting.stream().anyMatch(r -> r.policy() == RollupPolicy.HIDDEN);
  }
}
