package org.quadrille.cubes.function;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.FunctionDefinition.Body;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;

/** Comparisons, tests and what joins them. A comparison with an empty operand is false. */
final class LogicOperators {
  private LogicOperators() {}

  static void register(Signatures s) {
    comparison(s, "=", "Whether two values are equal.", c -> c == 0);
    comparison(s, "<>", "Whether two values differ.", c -> c != 0);
    comparison(s, "<", "Whether the first value is the smaller one.", c -> c < 0);
    comparison(s, "<=", "Whether the first value is not the greater one.", c -> c <= 0);
    comparison(s, ">", "Whether the first value is the greater one.", c -> c > 0);
    comparison(s, ">=", "Whether the first value is not the smaller one.", c -> c >= 0);
    junctions(s);
    identity(s);
    emptiness(s);
  }

  private static void comparison(
      Signatures s, String operator, String summary, IntPredicate holds) {
    Body body =
        (a, c) -> {
          Object x = a.value(0, c);
          Object y = a.value(1, c);
          return x != null && y != null && compare(x, y, operator, holds);
        };
    s.add(
        "Logical Numeric " + operator + " Numeric",
        summary,
        "[Measures].[Revenue] " + operator + " [Measures].[Cost]",
        body);
    s.add(
        "Logical String " + operator + " String",
        summary,
        "[Store].CurrentMember.Name " + operator + " \"USA\"",
        body);
    s.add("Logical Datetime " + operator + " Datetime", summary, "", body);
    s.add("Logical Logical " + operator + " Logical", summary, "", body);
  }

  private static boolean compare(Object x, Object y, String operator, IntPredicate holds) {
    if (isNaN(x) || isNaN(y)) {
      return operator.equals("<>");
    }
    if (x instanceof Boolean truth && y instanceof Number) {
      return holds.test(Values.compare(truth ? 1 : 0, y));
    }
    if (y instanceof Boolean truth && x instanceof Number) {
      return holds.test(Values.compare(x, truth ? 1 : 0));
    }
    return holds.test(Values.compare(x, y));
  }

  private static boolean isNaN(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  private static void junctions(Signatures s) {
    s.add(
        "Logical Logical AND Logical",
        "Whether both conditions hold.",
        "[Measures].[Units] > 0 AND [Measures].[Cost] > 0",
        (a, c) -> {
          long before = c.missing();
          boolean first = a.logical(0, c);
          if (!first && c.missing() > before) {
            Branches.askFor(a, 1, c);
          }
          return first && a.logical(1, c);
        });
    s.add(
        "Logical Logical OR Logical",
        "Whether a condition holds or both do.",
        "[Measures].[Units] > 0 OR [Measures].[Cost] > 0",
        (a, c) -> {
          long before = c.missing();
          boolean first = a.logical(0, c);
          if (first && c.missing() > before) {
            Branches.askFor(a, 1, c);
          }
          return first || a.logical(1, c);
        });
    s.add(
        "Logical Logical XOR Logical",
        "Whether one condition holds and the other does not.",
        "[Measures].[Units] > 0 XOR [Measures].[Cost] > 0",
        (a, c) -> a.logical(0, c) ^ a.logical(1, c));
    s.add(
        "Logical NOT Logical",
        "Whether the condition does not hold.",
        "NOT [Measures].[Units] > 1000",
        (a, c) -> !a.logical(0, c));
  }

  private static void identity(Signatures s) {
    Body same = (a, c) -> isSame(a.value(0, c), a.value(1, c));
    s.add(
        "Logical Member IS Member",
        "Whether both stand for the same member.",
        "[Store].[USA].Parent IS [Store].[All Stores]",
        (a, c) -> {
          Member x = a.member(0, c);
          Member y = a.member(1, c);
          return x.isNull() || y.isNull()
              ? x.isNull() && y.isNull()
              : Totals.base(x).equals(Totals.base(y));
        });
    s.add(
        "Logical Level IS Level",
        "Whether both stand for the same level.",
        "[Store].CurrentMember.Level IS [Store].[Country]",
        same);
    s.add(
        "Logical Hierarchy IS Hierarchy",
        "Whether both stand for the same hierarchy.",
        "[Store].[USA].Hierarchy IS [Store].[Mexico].Hierarchy",
        same);
    s.add(
        "Logical Dimension IS Dimension",
        "Whether both stand for the same dimension.",
        "[Store].[USA].Dimension IS [Store]",
        same);
    s.add(
        "Logical Tuple IS Tuple",
        "Whether both tuples have the same members in the same order.",
        "([Gender].[F], [Store].[USA]) IS ([Gender].[F], [Store].[USA])",
        (a, c) -> Arrays.equals(a.tuple(0, c), a.tuple(1, c)));
    s.add(
        "Logical Member IN Set",
        "Whether the member stands in the set.",
        "[Gender].[F] IN [Gender].Members",
        (a, c) -> contains(a.set(1, c), a.tuple(0, c)));
    s.add(
        "Logical Tuple IN Set",
        "Whether the tuple stands in the set.",
        "([Gender].[F], [Store].[USA]) IN Crossjoin([Gender].Members, [Store].Members)",
        (a, c) -> contains(a.set(1, c), a.tuple(0, c)));
  }

  private static boolean isSame(@Nullable Object x, @Nullable Object y) {
    return x == y;
  }

  private static boolean contains(TupleSet set, Member @Nullable [] tuple) {
    if (tuple == null || tuple.length == 0) {
      return false;
    }
    for (int i = 0; i < set.size(); i++) {
      if (set.arity() == tuple.length && matches(set, i, tuple)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(TupleSet set, int index, Member[] tuple) {
    for (int k = 0; k < tuple.length; k++) {
      if (!set.member(index, k).equals(tuple[k])) {
        return false;
      }
    }
    return true;
  }

  private static void emptiness(Signatures s) {
    s.add(
        "Logical Member IS NULL",
        "Whether there is no such member, or the database has no key for it.",
        "[Store].[All Stores].Parent IS NULL",
        (a, c) -> isNull(a.member(0, c)));
    s.add(
        "Logical Level IS NULL",
        "Whether there is no such level.",
        "[Store].[Country] IS NULL",
        (a, c) -> a.value(0, c) == null);
    s.add(
        "Logical Hierarchy IS NULL",
        "Whether there is no such hierarchy.",
        "[Store].[USA].Hierarchy IS NULL",
        (a, c) -> a.value(0, c) == null);
    s.add(
        "Logical Dimension IS NULL",
        "Whether there is no such dimension.",
        "[Store].[USA].Dimension IS NULL",
        (a, c) -> a.value(0, c) == null);
    s.add(
        "Logical Member IS EMPTY",
        "Whether the cell of the member is empty.",
        "[Measures].[Units] IS EMPTY",
        LogicOperators::isEmptyCell);
    s.add(
        "Logical Tuple IS EMPTY",
        "Whether the cell of the tuple is empty.",
        "([Measures].[Units], [Store].[Mexico]) IS EMPTY",
        LogicOperators::isEmptyCell);
    s.add(
        "Logical IsEmpty(Value)",
        "Whether a value, or the cell of a member or tuple, is empty.",
        "IsEmpty(([Measures].[Units], [Store].[Mexico]))",
        (a, c) -> a.value(0, c) == null);
  }

  private static boolean isNull(Member member) {
    if (member instanceof StoredMember stored && !stored.isAll()) {
      return stored.hierarchy().members().key(stored.row()) == null;
    }
    return member.isNull();
  }

  private static Object isEmptyCell(Arguments a, Context c) {
    Member[] tuple = a.tuple(0, c);
    if (tuple == null) {
      return true;
    }
    int mark = c.mark();
    for (Member member : tuple) {
      c.set(member);
    }
    Object value = c.value();
    c.restore(mark);
    return value == null;
  }
}
