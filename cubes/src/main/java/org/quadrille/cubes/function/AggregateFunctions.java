package org.quadrille.cubes.function;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition.Typing;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.schema.Aggregator;

/** Functions that make one value of many. Empty values do not count. */
final class AggregateFunctions {
  private AggregateFunctions() {}

  static void register(Signatures s) {
    s.add(
        "Numeric Aggregate(Set[, Numeric])",
        "The value over a set, made as the measure is made of facts: a sum for sums, a count of the"
            + " distinct ones for a distinct count.",
        "Aggregate({[Store].[USA].[CA], [Store].[USA].[OR]}, [Measures].[Buyers])",
        AggregateFunctions::aggregate);
    number(s, "Sum", "The sum of the values over a set.", AggregateFunctions::sum);
    number(s, "Min", "The least of the values over a set.", n -> extreme(n, -1));
    number(s, "Max", "The greatest of the values over a set.", n -> extreme(n, 1));
    number(
        s,
        "Avg",
        "The sum of the values over a set divided by their number.",
        n -> {
          Number sum = sum(n);
          return sum == null ? null : (Number) (sum.doubleValue() / n.size());
        });
    counts(s);
    ranks(s);
    s.add(
        "Value ValidMeasure(Tuple)",
        "The value of a tuple, with every hierarchy that the measure's facts do not have at its"
            + " topmost member.",
        "ValidMeasure(([Measures].[Units], [Store].[USA]))",
        AggregateFunctions::validMeasure);
  }

  /** Adds a function that takes a set and an expression for the values. */
  static void number(
      Signatures s, String name, String summary, Function<List<Number>, @Nullable Number> body) {
    s.add(
        "Numeric " + name + "(Set[, Numeric])",
        summary,
        name + "([Store].[USA].Children, [Measures].[Revenue])",
        (a, c) -> body.apply(TupleValues.of(a, 0, a.set(0, c), 1, c).numbers()));
  }

  static @Nullable Number sum(List<Number> numbers) {
    Number sum = null;
    for (Number number : numbers) {
      sum = ArithmeticOperators.plus(sum, number);
    }
    return sum;
  }

  private static @Nullable Number extreme(List<Number> numbers, int sign) {
    Number best = null;
    for (Number number : numbers) {
      if (best == null || Values.compare(number, best) * sign > 0) {
        best = number;
      }
    }
    return best;
  }

  private static @Nullable Object aggregate(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    if (!a.has(1)) {
      return c.aggregate(set);
    }
    int mark = c.mark();
    Member[] cell = cell(a.expression(1), c);
    if (cell != null) {
      for (Member member : cell) {
        c.set(member);
      }
      Object value = c.aggregate(set);
      c.restore(mark);
      return value;
    }
    List<Number> numbers = TupleValues.of(a, 0, set, 1, c).numbers();
    Aggregator aggregator =
        c.current(c.cube().measuresHierarchy()) instanceof MeasureMember measure
            ? measure.aggregator()
            : Aggregator.SUM;
    return switch (aggregator) {
      case MIN -> extreme(numbers, -1);
      case MAX -> extreme(numbers, 1);
      default -> sum(numbers);
    };
  }

  /** The members that an expression is the cell of; null where it is computed otherwise. */
  private static Member @Nullable [] cell(Expr expression, Context c) {
    if (!(expression instanceof Expr.Conversion conversion)
        || conversion.form() != Expr.Conversion.Form.TO_VALUE) {
      return null;
    }
    boolean constant =
        conversion.operand() instanceof Expr.MemberRef
            || (conversion.operand() instanceof Expr.Call call
                && call.arguments().stream().allMatch(e -> e instanceof Expr.MemberRef));
    if (!constant) {
      return null;
    }
    Object value = conversion.operand().evaluate(c);
    return value instanceof Member member ? new Member[] {member} : (Member[]) value;
  }

  private static void counts(Signatures s) {
    Typing flags = Checks.words(Typings.FIRST, 1, "INCLUDEEMPTY", "EXCLUDEEMPTY");
    s.add(
        "Numeric Count(Set[, Symbol])",
        "How many tuples a set has; with EXCLUDEEMPTY, at how many of them the cell has a value.",
        "Count([Store].[State].Members, EXCLUDEEMPTY)",
        flags,
        (a, c) -> {
          TupleSet set = a.set(0, c);
          if (!a.symbol(1, "INCLUDEEMPTY").equals("EXCLUDEEMPTY")) {
            return set.size();
          }
          int filled = 0;
          for (Object value : TupleValues.of(a, 0, set, -1, c).values()) {
            filled += value == null ? 0 : 1;
          }
          return filled;
        });
    s.add(
        "Numeric Set.Count",
        "How many tuples a set has.",
        "[Store].[State].Members.Count",
        (a, c) -> a.set(0, c).size());
  }

  private static void ranks(Signatures s) {
    for (String of : List.of("Tuple", "Member")) {
      String what = of.equals("Tuple") ? "([Gender].[F], [Store].[USA])" : "[Gender].[F]";
      String set = of.equals("Tuple") ? "[Gender].Members * [Store].Members" : "[Gender].Members";
      s.add(
          "Integer Rank(" + of + ", Set)",
          "The place of a tuple in a set, counted from 1; 0 where it does not stand there.",
          "Rank(" + what + ", " + set + ")",
          Rank::place);
      s.add(
          "Integer Rank(" + of + ", Set, Value)",
          "How many tuples of a set have greater values than a tuple, and one.",
          "Rank(" + what + ", " + set + ", [Measures].[Units])",
          Rank::byValue);
    }
  }

  private static @Nullable Object validMeasure(Arguments a, Context c) {
    Member[] tuple = a.tuple(0, c);
    if (tuple == null) {
      return null;
    }
    int mark = c.mark();
    for (Member member : tuple) {
      c.set(member);
    }
    for (Hierarchy hierarchy : c.cube().hierarchies()) {
      if (!hierarchy.isMeasures() && !c.joins(hierarchy)) {
        Member top =
            hierarchy.hasAll() ? hierarchy.allMember() : c.navigation().defaultMember(hierarchy);
        c.set(top);
      }
    }
    Object value = c.value();
    c.restore(mark);
    return value;
  }
}
