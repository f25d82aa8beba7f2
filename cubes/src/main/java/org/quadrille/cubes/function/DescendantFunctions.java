package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.FunctionDefinition.Typing;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;

/** Descendants in all its forms. */
final class DescendantFunctions {
  private static final String[] FLAGS = {
    "SELF",
    "AFTER",
    "BEFORE",
    "BEFORE_AND_AFTER",
    "SELF_AND_AFTER",
    "SELF_AND_BEFORE",
    "SELF_BEFORE_AFTER",
    "LEAVES"
  };

  private DescendantFunctions() {}

  static void register(Signatures s) {
    for (String of : List.of("Member", "Set")) {
      String what = of.equals("Member") ? "[Time].[1997]" : "[Time].[Year].Members";
      s.add(
          "Set Descendants(" + of + ")",
          "Each member and all that is below it.",
          "Descendants(" + what + ")",
          known(Typings.FIRST),
          DescendantFunctions::all);
      s.add(
          "Set Descendants(" + of + ", Level[, Symbol])",
          "What is below a member at a level. The flag says which parts are wanted: SELF the level,"
              + " BEFORE those above it, AFTER those below, LEAVES its members without children.",
          "Descendants(" + what + ", [Time].[Quarter], SELF_AND_BEFORE)",
          flagged(Checks.sameHierarchy("Descendants", 0, 1)),
          DescendantFunctions::toLevel);
      s.add(
          "Set Descendants(" + of + ", Numeric[, Symbol])",
          "What is below a member at a distance. The flag is as with a level, but LEAVES gives the"
              + " members without children up to that distance.",
          "Descendants(" + what + ", 1)",
          flagged(Typings.FIRST),
          DescendantFunctions::toDistance);
      s.add(
          "Set Descendants(" + of + ", Empty, Symbol)",
          "The members below a member that have no children; the flag must be LEAVES.",
          "Descendants(" + what + ", , LEAVES)",
          onlyLeaves(),
          (a, c) -> forEach(a, c, (m, found) -> leaves(m, Integer.MAX_VALUE, c, found)));
    }
  }

  /** Refuses {}, of which it is not known what its members would be. */
  private static Typing known(Typing typing) {
    return (result, arguments) -> {
      if (arguments.get(0).type().arity() == 0) {
        throw new MdxException(
            null, "Descendants cannot tell of which hierarchy an empty set {} is");
      }
      return typing.apply(result, arguments);
    };
  }

  private static Typing flagged(Typing typing) {
    return Checks.words(known(typing), 2, FLAGS);
  }

  private static Typing onlyLeaves() {
    Typing flagged = flagged(Typings.FIRST);
    return (result, arguments) -> {
      if (!arguments.get(2).equals(new org.quadrille.cubes.eval.Expr.Symbol("LEAVES"))) {
        throw new MdxException(
            null, "Descendants needs a level or a distance unless its flag is LEAVES");
      }
      return flagged.apply(result, arguments);
    };
  }

  /** Which parts around a level or distance are wanted. */
  private record Flag(boolean self, boolean before, boolean after, boolean leaves) {
    static Flag of(String word) {
      return new Flag(
          word.contains("SELF"),
          word.contains("BEFORE"),
          word.contains("AFTER"),
          word.equals("LEAVES"));
    }

    boolean wants(int comparison) {
      return comparison == 0 ? self : comparison < 0 ? before : after;
    }
  }

  private interface Collector {
    void collect(Member member, List<Member> found);
  }

  private static TupleSet forEach(Arguments a, Context c, Collector collector) {
    Object value = a.value(0, c);
    List<Member> found = new ArrayList<>();
    if (value instanceof Member member) {
      if (!member.isNull()) {
        collector.collect(Totals.base(member), found);
      }
      return TupleSet.ofMembers(found);
    }
    if (value instanceof TupleSet set) {
      if (set.arity() != 1 && !set.isEmpty()) {
        throw new EvaluationException("Descendants takes a set of members, not of tuples");
      }
      Set<Member> distinct = new LinkedHashSet<>();
      for (int i = 0; i < set.size(); i++) {
        found.clear();
        collector.collect(Totals.base(set.member(i, 0)), found);
        distinct.addAll(found);
        c.checkAlive();
      }
      return TupleSet.ofMembers(List.copyOf(distinct));
    }
    return TupleSet.empty(1);
  }

  private static TupleSet all(Arguments a, Context c) {
    return forEach(a, c, (member, found) -> walk(member, c, found));
  }

  private static void walk(Member member, Context c, List<Member> found) {
    found.add(member);
    for (Member child : c.navigation().children(member)) {
      walk(child, c, found);
    }
  }

  private static TupleSet toLevel(Arguments a, Context c) {
    Level level = a.level(1, c);
    Flag flag = Flag.of(a.symbol(2, "SELF"));
    return forEach(
        a,
        c,
        (member, found) -> {
          if (member.hierarchy() != level.hierarchy()) {
            throw new EvaluationException(
                "Descendants needs a level of "
                    + member.hierarchy().uniqueName()
                    + ", but got "
                    + level.uniqueName());
          }
          level(member, level.depth(), flag, c, found);
        });
  }

  private static void level(Member member, int depth, Flag flag, Context c, List<Member> found) {
    int comparison = Integer.compare(member.level().depth(), depth);
    boolean deeper = flag.after || comparison < 0 || member.hierarchy().isParentChild();
    List<Member> children = deeper || flag.leaves ? c.navigation().children(member) : List.of();
    if (flag.leaves ? comparison == 0 && children.isEmpty() : flag.wants(comparison)) {
      found.add(member);
    }
    if (deeper && comparison <= (flag.after ? Integer.MAX_VALUE : 0)) {
      for (Member child : children) {
        level(child, depth, flag, c, found);
      }
    }
  }

  private static TupleSet toDistance(Arguments a, Context c) {
    int distance = a.intOr(1, c, 0);
    Flag flag = Flag.of(a.symbol(2, "SELF"));
    return forEach(
        a,
        c,
        (member, found) -> {
          if (flag.leaves) {
            leaves(member, distance < 0 ? Integer.MAX_VALUE : distance + 1, c, found);
          } else {
            distance(member, distance, flag, c, found);
          }
        });
  }

  private static void distance(
      Member member, int remaining, Flag flag, Context c, List<Member> found) {
    if (flag.wants(Integer.compare(0, remaining))) {
      found.add(member);
    }
    if (remaining > 0 || flag.after) {
      for (Member child : c.navigation().children(member)) {
        distance(child, remaining - 1, flag, c, found);
      }
    }
  }

  /** A member without children stands for itself; else those below it, so far down. */
  private static void leaves(Member member, int remaining, Context c, List<Member> found) {
    List<Member> children = c.navigation().children(member);
    if (children.isEmpty()) {
      found.add(member);
    } else if (remaining > 0) {
      for (Member child : children) {
        leaves(child, remaining - 1, c, found);
      }
    }
  }
}
