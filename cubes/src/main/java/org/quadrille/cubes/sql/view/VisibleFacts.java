package org.quadrille.cubes.sql.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.rights.HierarchyRights;
import org.quadrille.cubes.store.Rows;
import org.quadrille.cubes.store.StarQuery.AnyOf;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.MembersIn;
import org.quadrille.cubes.store.StarQuery.Membership;

/** Rights to the members of a hierarchy as conditions on facts. */
public final class VisibleFacts {
  private VisibleFacts() {}

  /** Facts none of whose members is hidden. */
  public static Condition of(HierarchyRights rights) {
    Map<Level, List<Integer>> byLevel = new LinkedHashMap<>();
    for (Member member : rights.frontier()) {
      List<Integer> rows = byLevel.computeIfAbsent(member.level(), l -> new ArrayList<>());
      if (member instanceof DataMember own) {
        rows.add(own.owner().row());
      } else {
        addRows(rows, (StoredMember) member);
      }
    }
    List<Condition> alternatives = new ArrayList<>();
    byLevel.forEach((level, rows) -> alternatives.add(membersIn(level, rows)));
    return alternatives.size() == 1 ? alternatives.get(0) : new AnyOf(alternatives);
  }

  /** Facts whose member of a level may be seen; null where all may. */
  public static @Nullable Condition of(HierarchyRights rights, Level level) {
    MemberTable table = rights.hierarchy().members();
    List<Integer> visible = new ArrayList<>();
    boolean all = true;
    for (int row : table.rowsOfLevel(level.depth())) {
      boolean isVisible = rights.isVisible(row);
      all &= isVisible;
      if (isVisible) {
        visible.add(row);
      }
    }
    return all ? null : membersIn(level, visible);
  }

  /** A member of a parent-child hierarchy with all below it, so that each fact counts once. */
  private static void addRows(List<Integer> rows, StoredMember member) {
    if (!member.hierarchy().isParentChild()) {
      rows.add(member.row());
      return;
    }
    for (int row : member.hierarchy().members().branch(member.row())) {
      rows.add(row);
    }
  }

  private static Condition membersIn(Level level, List<Integer> rows) {
    if (rows.isEmpty()) {
      return new AnyOf(List.of());
    }
    return new MembersIn(
        new GrainLevel(
            level, level.hierarchy().isParentChild() ? Membership.OWN : Membership.ROLLED_UP),
        Rows.of(rows.stream().mapToInt(i -> i).sorted().toArray()));
  }
}
