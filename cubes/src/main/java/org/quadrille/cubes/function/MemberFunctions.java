package org.quadrille.cubes.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.NullMember;
import org.quadrille.cubes.model.StoredMember;

/** Functions that lead from one member to another. Beyond an end they give a null member. */
final class MemberFunctions {
  private MemberFunctions() {}

  static void register(Signatures s) {
    s.add(
        "Member Hierarchy.CurrentMember",
        "The member of a hierarchy for which a cell or tuple is computed.",
        "[Store].CurrentMember",
        (a, c) -> c.current(a.hierarchy(0, c)));
    s.add(
        "Member Hierarchy.DefaultMember",
        "The member of a hierarchy that counts where a query names none.",
        "[Time].DefaultMember",
        (a, c) -> c.navigation().defaultMember(a.hierarchy(0, c)));
    family(s);
    neighbours(s);
    ancestors(s);
    s.add(
        "Member Member.DataMember",
        "What a member of a parent-child hierarchy holds itself, without those below it.",
        "[Store].[USA].DataMember",
        (a, c) -> {
          Member member = a.member(0, c);
          boolean hasOwn =
              member instanceof StoredMember stored
                  && stored.hierarchy().isParentChild()
                  && !stored.isAll()
                  && !c.navigation().children(stored).isEmpty();
          return hasOwn ? new DataMember((StoredMember) member) : member;
        });
    s.add(
        "Member Member.CalculatedChild(String)",
        "The calculated member of that name directly below a member.",
        "[Store].[USA].CalculatedChild(\"CA and OR\")",
        MemberFunctions::calculatedChild);
    s.add(
        "Member LastNonEmpty(Set, Member)",
        "The last member of a set at which a measure has a value.",
        "LastNonEmpty([Time].[Month].Members, [Measures].[Units])",
        Checks.ELEMENT,
        MemberFunctions::lastNonEmpty);
  }

  private static Member first(List<Member> members, Member from) {
    return members.isEmpty() ? new NullMember(from.hierarchy()) : members.get(0);
  }

  private static Member last(List<Member> members, Member from) {
    return members.isEmpty() ? new NullMember(from.hierarchy()) : members.get(members.size() - 1);
  }

  private static void family(Signatures s) {
    s.add(
        "Member Member.Parent",
        "The member directly above.",
        "[Store].[USA].[CA].Parent",
        (a, c) -> c.navigation().parent(a.member(0, c)));
    s.add(
        "Member Member.FirstChild",
        "The first member directly below.",
        "[Store].[USA].FirstChild",
        (a, c) -> {
          Member member = Totals.base(a.member(0, c));
          return first(c.navigation().children(member), member);
        });
    s.add(
        "Member Member.LastChild",
        "The last member directly below.",
        "[Store].[USA].LastChild",
        (a, c) -> {
          Member member = Totals.base(a.member(0, c));
          return last(c.navigation().children(member), member);
        });
    s.add(
        "Member Member.FirstSibling",
        "The first member below the same parent.",
        "[Store].[USA].[OR].FirstSibling",
        (a, c) -> {
          Member member = Totals.base(a.member(0, c));
          return first(c.navigation().siblings(member), member);
        });
    s.add(
        "Member Member.LastSibling",
        "The last member below the same parent.",
        "[Store].[USA].[OR].LastSibling",
        (a, c) -> {
          Member member = Totals.base(a.member(0, c));
          return last(c.navigation().siblings(member), member);
        });
  }

  private static void neighbours(Signatures s) {
    s.add(
        "Member Member.PrevMember",
        "The member before in the same level.",
        "[Time].[1997].[Q2].PrevMember",
        (a, c) -> c.navigation().lead(Totals.base(a.member(0, c)), -1));
    s.add(
        "Member Member.NextMember",
        "The member after in the same level.",
        "[Time].[1997].[Q2].NextMember",
        (a, c) -> c.navigation().lead(Totals.base(a.member(0, c)), 1));
    s.add(
        "Member Member.Lag(Numeric)",
        "The member so many places before in the same level.",
        "[Time].[1997].[Q3].Lag(2)",
        (a, c) -> c.navigation().lead(Totals.base(a.member(0, c)), -(long) a.intOr(1, c, 0)));
    s.add(
        "Member Member.Lead(Numeric)",
        "The member so many places after in the same level.",
        "[Time].[1997].[Q1].Lead(2)",
        (a, c) -> c.navigation().lead(Totals.base(a.member(0, c)), a.intOr(1, c, 0)));
  }

  private static void ancestors(Signatures s) {
    s.add(
        "Member Ancestor(Member, Level)",
        "The member above at a level, or the member itself where it is of that level.",
        "Ancestor([Store].[USA].[CA].[Los Angeles], [Store].[Country])",
        Checks.sameHierarchy("Ancestor", 0, 1),
        (a, c) -> {
          Member member = a.member(0, c);
          Level level = a.level(1, c);
          if (member.hierarchy() != level.hierarchy()) {
            throw new EvaluationException(
                "Ancestor needs a level of "
                    + member.hierarchy().uniqueName()
                    + ", but got "
                    + level.uniqueName());
          }
          return c.navigation().ancestor(member, level);
        });
    s.add(
        "Member Ancestor(Member, Numeric)",
        "The member so many steps above.",
        "Ancestor([Store].[USA].[CA].[Los Angeles], 2)",
        (a, c) -> {
          Member at = a.member(0, c);
          int steps = a.intOr(1, c, 0);
          if (steps < 0) {
            return new NullMember(at.hierarchy());
          }
          while (steps > 0 && !at.isNull()) {
            at = c.navigation().parent(at);
            steps--;
          }
          return at;
        });
    s.add(
        "Member Cousin(Member, Member)",
        "The member below the second one at the place that the first has below its own ancestor.",
        "Cousin([Time].[1997].[Q3].[8], [Time].[1997].[Q1])",
        Checks.sameHierarchy("Cousin", 0, 1),
        (a, c) -> TimeFunctions.cousin(a.member(0, c), a.member(1, c), c));
  }

  private static Member calculatedChild(Arguments a, Context c) {
    Member parent = Totals.base(a.member(0, c));
    String name = a.string(1, c);
    for (CalculatedMember member : c.calculatedMembers(parent.hierarchy())) {
      if (parent.equals(member.parent()) && member.name().equalsIgnoreCase(name)) {
        return member;
      }
    }
    return new NullMember(parent.hierarchy());
  }

  private static @Nullable Object lastNonEmpty(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    Member measure = a.member(1, c);
    int mark = c.mark();
    for (int i = set.size() - 1; i >= 0; i--) {
      c.set(measure);
      c.set(set, i);
      boolean filled = c.value() != null;
      c.restore(mark);
      if (filled) {
        return SetFunctions.element(set, i);
      }
    }
    return null;
  }
}
