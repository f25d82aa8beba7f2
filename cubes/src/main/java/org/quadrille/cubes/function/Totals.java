package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.TupleSet.TupleKey;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.mdx.Place;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Member;

/**
 * VisualTotals and the members that it makes: each stands in a set instead of a stored member and
 * has the total of those of its descendants that follow it in the set.
 */
final class Totals {
  /**
   * Lower than those of other formulas, so that a ratio is one of totals, not a total of ratios.
   */
  private static final int SOLVE_ORDER = -4096;

  private static final FunctionDefinition TOTAL =
      new FunctionDefinition(
          "$VisualTotal",
          Syntax.FUNCTION,
          Kind.VALUE,
          List.of(Kind.MEMBER, Kind.SET),
          false,
          Typings.FIRST,
          (a, c) -> c.aggregate(a.set(1, c)),
          "Value $VisualTotal(Member, Set)",
          "",
          "");

  private Totals() {}

  static void register(Signatures s) {
    s.add(
        "Set VisualTotals(Set[, String])",
        "The set with totals of what it shows: a member that its descendants follow gets their"
            + " total instead of its own value. In the pattern of its name * stands for the"
            + " member's name, ** for an asterisk.",
        "VisualTotals({[Store].[USA], [Store].[USA].[CA], [Store].[USA].[OR]}, \"Total of *\")",
        Checks.single("VisualTotals"),
        Totals::visualTotals);
  }

  /** The member that a visual total stands for; other members are what they are. */
  static Member base(Member member) {
    return member instanceof CalculatedMember calculated
            && calculated.solveOrder() == SOLVE_ORDER
            && calculated.body() instanceof Expr.Call call
            && call.function() == TOTAL
            && call.arguments().get(0) instanceof Expr.MemberRef ref
        ? ref.member()
        : member;
  }

  /** A tuple to look up by, with visual totals and what they stand for being the same. */
  static TupleKey key(TupleSet set, int index) {
    Member[] tuple = set.tuple(index);
    for (int k = 0; k < tuple.length; k++) {
      tuple[k] = base(tuple[k]);
    }
    return new TupleKey(tuple);
  }

  /** Of two tuples that are the same by {@link #key}, the first with the totals of the second. */
  static Member[] prefer(Member[] first, Member[] second) {
    Member[] tuple = first.clone();
    for (int k = 0; k < tuple.length; k++) {
      if (base(tuple[k]) == tuple[k]) {
        tuple[k] = second[k];
      }
    }
    return tuple;
  }

  private static TupleSet visualTotals(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    String given = a.has(1) ? a.string(1, c) : null;
    String pattern = given == null ? "" : given;
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      members.add(set.member(i, 0));
    }
    for (int i = members.size() - 2; i >= 0; i--) {
      Set<Member> below = shownBelow(members, i, c);
      if (!below.isEmpty()) {
        members.set(i, total(members.get(i), pattern, List.copyOf(below)));
      }
    }
    return TupleSet.ofMembers(members);
  }

  /** The lowest of the members that follow a member and are below it. */
  private static Set<Member> shownBelow(List<Member> members, int index, Context c) {
    Member top = members.get(index);
    Set<Member> leaves = new LinkedHashSet<>();
    int i = index + 1;
    while (i < members.size() && isBelow(members.get(i), top)) {
      Member member = members.get(i);
      leaves.addAll(shown(member));
      i++;
      while (i < members.size() && base(member) != member && isBelow(members.get(i), member)) {
        i++;
      }
    }
    c.checkAlive();
    return leaves;
  }

  /** What a total adds up, and of any other member that itself. */
  private static List<Member> shown(Member member) {
    if (base(member) == member) {
      return List.of(member);
    }
    Expr.Call body = (Expr.Call) ((CalculatedMember) member).body();
    TupleSet set = (TupleSet) ((Expr.Literal) body.arguments().get(1)).value();
    List<Member> members = new ArrayList<>();
    for (int i = 0; set != null && i < set.size(); i++) {
      members.add(set.member(i, 0));
    }
    return members;
  }

  /** By name, since a total under another name is no parent of what follows it. */
  private static boolean isBelow(Member member, Member top) {
    for (Member at = member.parent(); at != null; at = at.parent()) {
      if (at.uniqueName().equals(top.uniqueName())) {
        return true;
      }
    }
    return false;
  }

  private static Member total(Member member, String pattern, List<Member> below) {
    Type type = Type.of(Kind.SET, member.hierarchy());
    Expr body =
        new Expr.Call(
            TOTAL,
            List.of(
                new Expr.MemberRef(base(member)),
                new Expr.Literal(TupleSet.ofMembers(below), type)),
            Type.of(Kind.VALUE),
            Place.START);
    boolean renamed = !pattern.isEmpty();
    return new CalculatedMember(
            member.hierarchy(),
            member.parent(),
            renamed ? substitute(pattern, member.name()) : member.name(),
            renamed ? substitute(pattern, member.caption()) : member.caption(),
            SOLVE_ORDER,
            true,
            () -> body,
            Map.of())
        .standingForStored();
  }

  private static String substitute(String pattern, String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char ch = pattern.charAt(i);
      if (ch != '*') {
        text.append(ch);
      } else if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
        text.append('*');
        i++;
      } else {
        text.append(name);
      }
    }
    return text.toString();
  }
}
