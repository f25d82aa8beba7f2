package org.quadrille.cubes.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.NullMember;
import org.quadrille.cubes.schema.LevelType;

/** Periods. Where no member is given, the current one of the cube's first dimension of time is. */
final class TimeFunctions {
  private TimeFunctions() {}

  static void register(Signatures s) {
    toDate(s, "Ytd", LevelType.TIME_YEARS, "year", "[Time].[1997].[Q3]");
    toDate(s, "Qtd", LevelType.TIME_QUARTERS, "quarter", "[Time].[1997].[Q3].[8]");
    toDate(s, "Mtd", LevelType.TIME_MONTHS, "month", "[Time].[1997].[Q3].[8]");
    toDate(s, "Wtd", LevelType.TIME_WEEKS, "week", "[Time].[Weeks].[1997].[10].[23]");
    s.add(
        "Set PeriodsToDate()",
        "The siblings of the current period up to it.",
        "PeriodsToDate()",
        Typings.UNKNOWN,
        (a, c) -> {
          Member member = currentTime(c);
          Member parent = member.parent();
          return parent == null ? TupleSet.empty(1) : toDate(member, parent.level(), c);
        });
    s.add(
        "Set PeriodsToDate(Level[, Member])",
        "The periods of a member's level within one period of a higher level, up to the member.",
        "PeriodsToDate([Time].[Quarter], [Time].[1997].[Q2].[5])",
        Checks.sameHierarchy("PeriodsToDate", 0, 1),
        (a, c) -> {
          Level level = a.level(0, c);
          Member member = a.size() > 1 ? a.member(1, c) : c.current(level.hierarchy());
          return toDate(member, level, c);
        });
    s.add(
        "Set LastPeriods(Numeric[, Member])",
        "So many periods up to a member; with a negative number from the member on.",
        "LastPeriods(3, [Time].[1997].[Q2].[5])",
        Typings.UNKNOWN,
        TimeFunctions::lastPeriods);
    edge(s, "OpeningPeriod", "first", true);
    edge(s, "ClosingPeriod", "last", false);
    s.add(
        "Member ParallelPeriod()",
        "The sibling before the current period's parent, at the same place in it.",
        "ParallelPeriod()",
        Typings.UNKNOWN,
        (a, c) -> {
          Member member = currentTime(c);
          Member parent = member.parent();
          return parent == null
              ? new NullMember(member.hierarchy())
              : parallel(member, parent.level(), 1, c);
        });
    s.add(
        "Member ParallelPeriod(Level[, Numeric[, Member]])",
        "The period at the same place so many periods of a level before; one where no number is"
            + " given.",
        "ParallelPeriod([Time].[Quarter], 1, [Time].[1997].[Q3].[8])",
        Checks.sameHierarchy("ParallelPeriod", 0, 2),
        (a, c) -> {
          Level level = a.level(0, c);
          Member member = a.size() > 2 ? a.member(2, c) : c.current(level.hierarchy());
          return parallel(member, level, a.size() > 1 ? a.intOr(1, c, 0) : 1, c);
        });
  }

  private static void toDate(
      Signatures s, String name, LevelType type, String period, String member) {
    s.add(
        "Set " + name + "([Member])",
        "The periods of a member's level from the beginning of its " + period + " up to it.",
        name + "(" + member + ")",
        Checks.time(name),
        (a, c) -> {
          Member at = a.size() > 0 ? a.member(0, c) : currentTime(c);
          if (!at.hierarchy().dimension().isTime()) {
            throw new EvaluationException(
                name
                    + " takes a member of a dimension of time, but "
                    + at.hierarchy().uniqueName()
                    + " is none");
          }
          Level level = c.navigation().timeLevel(at.hierarchy(), type);
          if (level == null) {
            throw new EvaluationException(
                "hierarchy " + at.hierarchy().uniqueName() + " has no level of a " + period);
          }
          return toDate(at, level, c);
        });
  }

  /** The current member of the first hierarchy of time. */
  static Member currentTime(Context c) {
    for (Dimension dimension : c.cube().dimensions()) {
      if (dimension.isTime()) {
        return c.current(dimension.hierarchies().get(0));
      }
    }
    throw new EvaluationException(
        "cube " + c.cube() + " has no dimension of time; give the function a member");
  }

  private static TupleSet toDate(Member member, Level level, Context c) {
    checkHierarchy(member, level);
    Member top = c.navigation().ancestor(member, level);
    if (top.isNull()) {
      return TupleSet.empty(1);
    }
    Member first = edge(top, member.level(), true, c);
    return HierarchyFunctions.range(first, member, c);
  }

  private static void checkHierarchy(Member member, Level level) {
    if (member.hierarchy() != level.hierarchy()) {
      throw new EvaluationException(
          "the level "
              + level.uniqueName()
              + " and the member "
              + member.uniqueName()
              + " must be of the same hierarchy");
    }
  }

  private static TupleSet lastPeriods(Arguments a, Context c) {
    int count = a.intOr(0, c, 0);
    Member member = a.size() > 1 ? a.member(1, c) : currentTime(c);
    if (count == 0 || member.isNull()) {
      return TupleSet.empty(1);
    }
    List<Member> level = c.navigation().levelMembers(member.level());
    int at = level.indexOf(Totals.base(member));
    if (at < 0) {
      return TupleSet.ofTuple(member);
    }
    long from = count > 0 ? Math.max(0, (long) at - count + 1) : at;
    long to = count > 0 ? at : Math.min(level.size() - 1L, at - (long) count - 1);
    return TupleSet.ofMembers(level.subList((int) from, (int) to + 1));
  }

  private static void edge(Signatures s, String name, String which, boolean first) {
    s.add(
        "Member " + name + "()",
        "The " + which + " child of the current period.",
        name + "()",
        Typings.UNKNOWN,
        (a, c) -> {
          Member member = currentTime(c);
          Level below = member.level().child();
          return below == null ? new NullMember(member.hierarchy()) : edge(member, below, first, c);
        });
    s.add(
        "Member " + name + "(Level)",
        "The " + which + " of the members of a level that are below the current period.",
        name + "([Time].[Month])",
        Checks.time(name),
        (a, c) -> edge(currentTime(c), a.level(0, c), first, c));
    s.add(
        "Member " + name + "(Member)",
        "The " + which + " child of a member.",
        name + "([Time].[1997])",
        (a, c) -> {
          Member member = a.member(0, c);
          Level below = member.level().child();
          return below == null || member.isNull()
              ? new NullMember(member.hierarchy())
              : edge(member, below, first, c);
        });
    s.add(
        "Member " + name + "(Level, Member)",
        "The " + which + " of the members of a level that are below a member.",
        name + "([Time].[Month], [Time].[1997].[Q3])",
        Checks.sameHierarchy(name, 0, 1),
        (a, c) -> edge(a.member(1, c), a.level(0, c), first, c));
  }

  /** The first or last descendant at a level; a null member where the path does not lead there. */
  private static Member edge(Member member, Level level, boolean first, Context c) {
    checkHierarchy(member, level);
    Member at = Totals.base(member);
    while (!at.isNull() && at.level().depth() < level.depth()) {
      List<Member> children = c.navigation().children(at);
      if (children.isEmpty()) {
        return new NullMember(member.hierarchy());
      }
      at = children.get(first ? 0 : children.size() - 1);
    }
    return at.isNull() || at.level() != level ? new NullMember(member.hierarchy()) : at;
  }

  private static Member parallel(Member member, Level level, int lag, Context c) {
    checkHierarchy(member, level);
    Member ancestor = c.navigation().ancestor(member, level);
    Member other = c.navigation().lead(ancestor, -(long) lag);
    return cousin(member, other, c);
  }

  /** The member at the same place below another member. */
  static Member cousin(Member member, Member top, Context c) {
    Hierarchy hierarchy = member.hierarchy();
    if (top.isNull() || member.isNull()) {
      return new NullMember(hierarchy);
    }
    if (hierarchy != top.hierarchy()) {
      throw new EvaluationException(
          "Cousin needs two members of one hierarchy, but got "
              + member.uniqueName()
              + " and "
              + top.uniqueName());
    }
    Member found =
        member.level().depth() < top.level().depth() ? null : below(Totals.base(member), top, c);
    return found == null ? new NullMember(hierarchy) : found;
  }

  private static @Nullable Member below(Member member, Member top, Context c) {
    if (member.level() == top.level()) {
      return top;
    }
    Member parent = member.parent();
    Member uncle = parent == null ? null : below(parent, top, c);
    if (uncle == null) {
      return null;
    }
    int place = c.navigation().siblings(member).indexOf(member);
    List<Member> cousins = c.navigation().children(uncle);
    return place < 0 || place >= cousins.size() ? null : cousins.get(place);
  }
}
