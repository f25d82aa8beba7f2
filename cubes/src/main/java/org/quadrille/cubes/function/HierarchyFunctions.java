package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.FunctionDefinition.Body;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;

/** Sets of members that hierarchies, levels and single members have. */
final class HierarchyFunctions {
  private HierarchyFunctions() {}

  static void register(Signatures s) {
    members(s);
    relatives(s);
    s.add(
        "Set Member : Member",
        "The members of a level from one to another; empty where one of them does not exist.",
        "[Time].[1997].[Q1].[2] : [Time].[1997].[Q2].[5]",
        Checks.sameHierarchy("':'", 0, 1),
        (a, c) -> range(a.member(0, c), a.member(1, c), c));
    s.add(
        "Set AddCalculatedMembers(Set)",
        "The set and the calculated members of the levels that its members are of.",
        "AddCalculatedMembers({[Measures].[Units]})",
        Checks.single("AddCalculatedMembers"),
        HierarchyFunctions::addCalculated);
    s.add(
        "Set StripCalculatedMembers(Set)",
        "The set without calculated members.",
        "StripCalculatedMembers([Measures].AllMembers)",
        Checks.single("StripCalculatedMembers"),
        HierarchyFunctions::stripCalculated);
  }

  private static void members(Signatures s) {
    Body ofHierarchy = (a, c) -> members(c.navigation().hierarchyMembers(a.hierarchy(0, c)));
    s.add(
        "Set Hierarchy.Members",
        "All members of a hierarchy, parents before their children, calculated ones left out.",
        "[Gender].Members",
        ofHierarchy);
    s.add(
        "Set Level.Members",
        "All members of a level, calculated ones left out.",
        "[Store].[State].Members",
        (a, c) -> members(c.navigation().levelMembers(a.level(0, c))));
    s.add(
        "Set Hierarchy.AllMembers",
        "All members of a hierarchy, calculated ones too.",
        "[Measures].AllMembers",
        (a, c) -> {
          Hierarchy hierarchy = a.hierarchy(0, c);
          List<Member> members = new ArrayList<>(c.navigation().hierarchyMembers(hierarchy));
          members.addAll(c.calculatedMembers(hierarchy));
          return sorted(members, c);
        });
    s.add(
        "Set Level.AllMembers",
        "All members of a level, calculated ones too.",
        "[Store].[Country].AllMembers",
        (a, c) -> {
          Level level = a.level(0, c);
          List<Member> members = new ArrayList<>(c.navigation().levelMembers(level));
          for (CalculatedMember member : c.calculatedMembers(level.hierarchy())) {
            if (member.level() == level) {
              members.add(member);
            }
          }
          return sorted(members, c);
        });
  }

  private static TupleSet members(List<Member> members) {
    return TupleSet.ofMembers(members);
  }

  private static TupleSet sorted(List<Member> members, Context c) {
    return new HierarchicalOrder(c.navigation(), false).sort(TupleSet.ofMembers(members));
  }

  private static void relatives(Signatures s) {
    s.add(
        "Set Member.Children",
        "The members directly below a member.",
        "[Store].[USA].Children",
        (a, c) -> members(c.navigation().children(Totals.base(a.member(0, c)))));
    s.add(
        "Set Member.Siblings",
        "The member and the others below the same parent.",
        "[Store].[USA].Siblings",
        (a, c) -> members(c.navigation().siblings(Totals.base(a.member(0, c)))));
    s.add(
        "Set Ascendants(Member)",
        "The member, its parent and so on up to the top.",
        "Ascendants([Store].[USA].[CA])",
        (a, c) -> members(ascendants(a.member(0, c), c)));
    s.add(
        "Set Ancestors(Member, Level)",
        "The parents of a member from the nearest up to the one at a level.",
        "Ancestors([Store].[USA].[CA].[Los Angeles], [Store].[Country])",
        Checks.sameHierarchy("Ancestors", 0, 1),
        (a, c) -> {
          Member member = a.member(0, c);
          Level level = a.level(1, c);
          List<Member> above = above(member, c);
          return members(above.stream().filter(m -> m.level().depth() >= level.depth()).toList());
        });
    s.add(
        "Set Ancestors(Member, Numeric)",
        "So many parents of a member, from the nearest on.",
        "Ancestors([Store].[USA].[CA].[Los Angeles], 2)",
        (a, c) -> {
          List<Member> above = above(a.member(0, c), c);
          int count = Math.max(0, Math.min(a.intOr(1, c, 0), above.size()));
          return members(above.subList(0, count));
        });
  }

  private static List<Member> above(Member member, Context c) {
    List<Member> ascendants = ascendants(member, c);
    return ascendants.isEmpty() ? ascendants : ascendants.subList(1, ascendants.size());
  }

  static List<Member> ascendants(Member member, Context c) {
    List<Member> ascendants = new ArrayList<>();
    Member at = member.isNull() ? null : member;
    while (at != null) {
      ascendants.add(at);
      at = c.navigation().parentOrNull(at);
    }
    return ascendants;
  }

  /** The members of one level between two, in hierarchical order; they may stand in either. */
  static TupleSet range(Member first, Member second, Context c) {
    Member a = Totals.base(first);
    Member b = Totals.base(second);
    if (a.isNull() || b.isNull()) {
      return TupleSet.empty(1);
    }
    if (a.level() != b.level()) {
      throw new EvaluationException(
          "a range needs two members of one level, but "
              + a.uniqueName()
              + " is of "
              + a.level().uniqueName()
              + " and "
              + b.uniqueName()
              + " of "
              + b.level().uniqueName());
    }
    if (a.equals(b)) {
      return TupleSet.ofTuple(a);
    }
    List<Member> level = c.navigation().levelMembers(a.level());
    int from = level.indexOf(a);
    int to = level.indexOf(b);
    if (from < 0 || to < 0) {
      return TupleSet.empty(1);
    }
    return members(level.subList(Math.min(from, to), Math.max(from, to) + 1));
  }

  private static TupleSet addCalculated(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    if (set.isEmpty()) {
      return set;
    }
    List<Member> members = new ArrayList<>(set.size());
    Set<Level> levels = new LinkedHashSet<>();
    for (int i = 0; i < set.size(); i++) {
      Member member = set.member(i, 0);
      members.add(member);
      levels.add(member.level());
    }
    List<CalculatedMember> calculated = c.calculatedMembers(members.get(0).hierarchy());
    for (Level level : levels) {
      for (CalculatedMember member : calculated) {
        if (member.level() == level && !members.contains(member)) {
          members.add(member);
        }
      }
    }
    return members(members);
  }

  private static TupleSet stripCalculated(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    List<Member> members = new ArrayList<>(set.size());
    for (int i = 0; i < set.size(); i++) {
      if (!set.member(i, 0).isCalculated()) {
        members.add(set.member(i, 0));
      }
    }
    return members(members);
  }
}
