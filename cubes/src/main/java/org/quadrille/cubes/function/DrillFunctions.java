package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.FunctionDefinition.Typing;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;

/** Functions that open and close the members of a set, as a user does in a table. */
final class DrillFunctions {
  private DrillFunctions() {}

  static void register(Signatures s) {
    levels(s);
    members(s);
    s.add(
        "Set ToggleDrillState(Set, Set)",
        "Opens the members that stand in the second set, and closes those that are open.",
        "ToggleDrillState({[Store].[USA], [Store].[Mexico]}, {[Store].[USA]})",
        (a, c) -> toggle(a.set(0, c), a.set(1, c), c));
  }

  private static void levels(Signatures s) {
    s.add(
        "Set DrilldownLevel(Set[, Level])",
        "Opens the members of a level, or of the lowest in the set where none is given, that are"
            + " not open already.",
        "DrilldownLevel({[Store].[USA], [Store].[Mexico]})",
        (a, c) -> drillLevel(a, c, Which.ALL));
    s.add(
        "Set DrilldownLevel(Set, Empty, Numeric)",
        "Opens every member at a place of the tuples, counted from 0.",
        "DrilldownLevel({[Store].[USA]} * {[Gender].[All Genders]}, , 1)",
        DrillFunctions::drillPlace);
    for (Which which : List.of(Which.TOP, Which.BOTTOM)) {
      String name = "DrilldownLevel" + which.suffix;
      String summary =
          "As DrilldownLevel, but with only so many children of the " + which.extreme + " values.";
      s.add(
          "Set " + name + "(Set, Numeric[, Level])",
          summary,
          name + "({[Store].[USA]}, 2)",
          (a, c) -> drillLevel(a, c, which));
      s.add(
          "Set " + name + "(Set, Numeric, Level, Numeric)",
          summary,
          name + "({[Store].[USA]}, 2, [Store].[Country], [Measures].[Units])",
          (a, c) -> drillLevel(a, c, which));
      s.add(
          "Set " + name + "(Set, Numeric, Empty, Numeric)",
          summary,
          name + "({[Store].[USA]}, 2, , [Measures].[Units])",
          (a, c) -> drillLevel(a, c, which));
    }
    s.add(
        "Set DrillupLevel(Set[, Level])",
        "The set without members below a level; without a level, below the lowest but one.",
        "DrillupLevel({[Store].[USA], [Store].[USA].[CA]}, [Store].[Country])",
        DrillFunctions::drillUpLevel);
  }

  private static void members(Signatures s) {
    Typing words = Checks.words(Typings.FIRST, 2, "RECURSIVE");
    s.add(
        "Set DrilldownMember(Set, Set[, Symbol])",
        "Opens the members that stand in the second set; with RECURSIVE also among the children"
            + " that this shows.",
        "DrilldownMember({[Store].[USA], [Store].[Mexico]}, {[Store].[USA]})",
        words,
        (a, c) -> drillMembers(a, c, Which.ALL, a.symbol(2, "").equals("RECURSIVE")));
    for (Which which : List.of(Which.TOP, Which.BOTTOM)) {
      String name = "DrilldownMember" + which.suffix;
      String summary =
          "As DrilldownMember, but with only so many children of the " + which.extreme + " values.";
      s.add(
          "Set " + name + "(Set, Set, Numeric[, Numeric[, Symbol]])",
          summary,
          name + "({[Store].[USA]}, {[Store].[USA]}, 2, [Measures].[Units])",
          Checks.words(Typings.FIRST, 4, "RECURSIVE"),
          (a, c) -> drillMembers(a, c, which, a.symbol(4, "").equals("RECURSIVE")));
    }
    s.add(
        "Set DrillupMember(Set, Set)",
        "Closes the members that stand in the second set: what is below them is left out.",
        "DrillupMember({[Store].[USA], [Store].[USA].[CA]}, {[Store].[USA]})",
        (a, c) -> drillUpMembers(a.set(0, c), a.set(1, c), c));
  }

  private enum Which {
    ALL("", ""),
    TOP("Top", "greatest"),
    BOTTOM("Bottom", "least");

    private final String suffix;
    private final String extreme;

    Which(String suffix, String extreme) {
      this.suffix = suffix;
      this.extreme = extreme;
    }
  }

  /** The children to show of a member; with a criterion at argument 3. */
  private static List<Member> shown(
      Member member, Arguments a, Context c, Which which, int count, int criterion) {
    List<Member> children = c.navigation().children(Totals.base(member));
    if (which == Which.ALL) {
      return children;
    }
    TupleSet set = TupleSet.ofMembers(children);
    TupleSet best = TopFunctions.best(set, -1, a, criterion, count, which == Which.TOP, c);
    List<Member> members = new ArrayList<>(best.size());
    for (int i = 0; i < best.size(); i++) {
      members.add(best.member(i, 0));
    }
    return members;
  }

  private static TupleSet drillLevel(Arguments a, Context c, Which which) {
    TupleSet set = a.set(0, c);
    int levelAt = which == Which.ALL ? 1 : 2;
    int count = which == Which.ALL ? 0 : a.intOr(1, c, 0);
    Level level = a.has(levelAt) ? a.level(levelAt, c) : null;
    int place = level == null ? 0 : placeOf(level, set);
    int depth = level == null ? deepest(set) : level.depth();
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), set.size() * 2);
    for (int i = 0; i < set.size(); i++) {
      result.addFrom(set, i);
      Member member = set.member(i, place);
      boolean isOpen = i + 1 < set.size() && isStrictlyBelow(set.member(i + 1, place), member, c);
      if (member.level().depth() == depth && !isOpen) {
        int mark = c.mark();
        c.set(set, i);
        List<Member> children = shown(member, a, c, which, count, 3);
        c.restore(mark);
        addWith(result, set.tuple(i), place, children);
      }
    }
    return result.build();
  }

  private static int placeOf(Level level, TupleSet set) {
    for (int k = 0; k < set.arity() && !set.isEmpty(); k++) {
      if (set.member(0, k).hierarchy() == level.hierarchy()) {
        return k;
      }
    }
    return 0;
  }

  private static int deepest(TupleSet set) {
    int depth = -1;
    for (int i = 0; i < set.size(); i++) {
      depth = Math.max(depth, set.member(i, 0).level().depth());
    }
    return depth;
  }

  private static boolean isStrictlyBelow(Member member, Member top, Context c) {
    Member a = Totals.base(member);
    Member b = Totals.base(top);
    return !a.equals(b) && c.navigation().isAtOrBelow(a, b);
  }

  private static void addWith(
      TupleSet.Builder result, Member[] tuple, int place, List<Member> members) {
    for (Member member : members) {
      tuple[place] = member;
      result.add(tuple);
    }
  }

  private static TupleSet drillPlace(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    int place = a.intOr(2, c, 0);
    if (place < 0 || place >= set.arity()) {
      return set;
    }
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), set.size() * 2);
    for (int i = 0; i < set.size(); i++) {
      result.addFrom(set, i);
      addWith(
          result, set.tuple(i), place, c.navigation().children(Totals.base(set.member(i, place))));
    }
    return result.build();
  }

  private static TupleSet drillUpLevel(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    Level level = a.has(1) ? a.level(1, c) : null;
    int place = level == null ? 0 : placeOf(level, set);
    int depth = level == null ? Math.max(0, deepest(set) - 1) : level.depth();
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), set.size());
    for (int i = 0; i < set.size(); i++) {
      if (set.member(i, place).level().depth() <= depth) {
        result.addFrom(set, i);
      }
    }
    return result.build();
  }

  private static Set<Member> firstMembers(TupleSet set) {
    Set<Member> members = new HashSet<>();
    for (int i = 0; i < set.size(); i++) {
      members.add(Totals.base(set.member(i, 0)));
    }
    return members;
  }

  private static int placeOf(Member[] tuple, Set<Member> wanted) {
    for (int k = 0; k < tuple.length; k++) {
      if (wanted.contains(Totals.base(tuple[k]))) {
        return k;
      }
    }
    return -1;
  }

  private static TupleSet drillMembers(Arguments a, Context c, Which which, boolean recursive) {
    TupleSet set = a.set(0, c);
    Set<Member> wanted = firstMembers(a.set(1, c));
    int count = which == Which.ALL ? 0 : a.intOr(2, c, 0);
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), set.size() * 2);
    Opener opener =
        (tuple, place) -> {
          int mark = c.mark();
          for (Member member : tuple) {
            c.set(member);
          }
          List<Member> children = shown(tuple[place], a, c, which, count, 3);
          c.restore(mark);
          return children;
        };
    for (int i = 0; i < set.size(); i++) {
      result.addFrom(set, i);
      open(set.tuple(i), wanted, recursive, opener, result);
    }
    return result.build();
  }

  private interface Opener {
    List<Member> children(Member[] tuple, int place);
  }

  private static void open(
      Member[] tuple,
      Set<Member> wanted,
      boolean recursive,
      Opener opener,
      TupleSet.Builder result) {
    int place = placeOf(tuple, wanted);
    if (place < 0) {
      return;
    }
    for (Member child : opener.children(tuple, place)) {
      Member[] below = tuple.clone();
      below[place] = child;
      result.add(below);
      if (recursive) {
        open(below, wanted, true, opener, result);
      }
    }
  }

  private static TupleSet drillUpMembers(TupleSet set, TupleSet closed, Context c) {
    Set<Member> tops = firstMembers(closed);
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), set.size());
    for (int i = 0; i < set.size(); i++) {
      boolean below = false;
      for (int k = 0; k < set.arity() && !below; k++) {
        below = isBelowAny(set.member(i, k), tops);
      }
      if (!below) {
        result.addFrom(set, i);
      }
    }
    c.checkAlive();
    return result.build();
  }

  private static boolean isBelowAny(Member member, Set<Member> tops) {
    for (Member at = member.parent(); at != null; at = at.parent()) {
      if (tops.contains(Totals.base(at))) {
        return true;
      }
    }
    return false;
  }

  private static TupleSet toggle(TupleSet set, TupleSet toggled, Context c) {
    if (set.isEmpty() || toggled.isEmpty()) {
      return set;
    }
    Set<Member> wanted = firstMembers(toggled);
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), set.size() * 2);
    int i = 0;
    while (i < set.size()) {
      Member[] tuple = set.tuple(i);
      result.add(tuple);
      i++;
      int place = placeOf(tuple, wanted);
      if (place < 0) {
        continue;
      }
      Member member = tuple[place];
      if (i < set.size() && isStrictlyBelow(set.member(i, place), member, c)) {
        while (i < set.size() && isStrictlyBelow(set.member(i, place), member, c)) {
          i++;
        }
      } else {
        addWith(result, tuple, place, c.navigation().children(Totals.base(member)));
      }
    }
    return result.build();
  }
}
