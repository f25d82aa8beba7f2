package org.quadrille.cubes.function;

import java.util.Arrays;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;

/**
 * The tuples with the greatest or least values. Empty values are below all others; of equal ones
 * those come first that stand first in the set.
 */
final class TopFunctions {
  private TopFunctions() {}

  static void register(Signatures s) {
    register(s, true, "greatest");
    register(s, false, "least");
  }

  private static void register(Signatures s, boolean top, String which) {
    String name = top ? "Top" : "Bottom";
    s.add(
        "Set " + name + "Count(Set, Numeric[, Numeric])",
        "So many tuples with the "
            + which
            + " values, in their order; without a value the first of the set.",
        name + "Count([Store].[City].Members, 3, [Measures].[Units])",
        (a, c) -> count(a, c, top));
    s.add(
        "Set " + name + "Percent(Set, Numeric, Numeric)",
        "The fewest tuples with the "
            + which
            + " values that make up at least a percentage of the total.",
        name + "Percent([Store].[City].Members, 50, [Measures].[Units])",
        (a, c) -> cumulated(a, c, top, true));
    s.add(
        "Set " + name + "Sum(Set, Numeric, Numeric)",
        "The fewest tuples with the " + which + " values that add up to at least a number.",
        name + "Sum([Store].[City].Members, 100000, [Measures].[Units])",
        (a, c) -> cumulated(a, c, top, false));
  }

  private static TupleSet count(Arguments a, Context c, boolean top) {
    TupleSet set = a.set(0, c);
    long before = c.missing();
    int count = a.intOr(1, c, 0);
    if (c.missing() > before && a.size() < 3) {
      return set;
    }
    return a.size() < 3 ? set.slice(0, count) : best(set, 0, a, 2, count, top, c);
  }

  /**
   * The best tuples of a set.
   *
   * @param source the argument that gave the set
   * @param criterion the argument that gives the value
   * @return all tuples while cells are missing
   */
  static TupleSet best(
      TupleSet set, int source, Arguments a, int criterion, int count, boolean top, Context c) {
    if (count <= 0) {
      return TupleSet.empty(set.arity());
    }
    TupleValues values = TupleValues.of(a, source, set, criterion, c);
    if (!values.complete()) {
      return set;
    }
    int[] order = values.ordered(top);
    return set.pick(Arrays.copyOf(order, Math.min(count, order.length)));
  }

  private static TupleSet cumulated(Arguments a, Context c, boolean top, boolean percent) {
    TupleSet set = a.set(0, c);
    long before = c.missing();
    double target = a.doubleOr(1, c, 0);
    TupleValues values = TupleValues.of(a, 0, set, 2, c);
    if (c.missing() > before) {
      return set;
    }
    int[] order = values.ordered(top);
    double factor = 1;
    if (percent) {
      double total = values.numbers().stream().mapToDouble(Number::doubleValue).sum();
      if (values.numbers().isEmpty()) {
        return set.slice(top ? 0 : set.size() - 1, top ? 1 : set.size());
      }
      factor = 100 / total;
    }
    double running = 0;
    int taken = 0;
    while (taken < order.length && !(running >= target)) {
      double value = values.number(order[taken]);
      running += Double.isNaN(value) ? 0 : value * factor;
      taken++;
    }
    return set.pick(Arrays.copyOf(order, taken));
  }
}
