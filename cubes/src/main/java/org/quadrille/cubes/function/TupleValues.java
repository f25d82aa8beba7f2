package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Values;

/**
 * The values of an expression at each tuple of a set.
 *
 * @param values by tuple; null where empty
 * @param complete whether all cells were known; if not, the values are good for nothing but having
 *     asked for the cells
 */
record TupleValues(@Nullable Object[] values, boolean complete) {

  /**
   * Evaluates at each tuple.
   *
   * @param source the argument that gave the set, -1 where none did
   * @param criterion the argument to evaluate; where it was not given the current cell is taken
   */
  static TupleValues of(Arguments a, int source, TupleSet set, int criterion, Context c) {
    @Nullable Object[] values = new @Nullable Object[set.size()];
    boolean given = a.has(criterion);
    long before = c.missing();
    a.forEach(
        source,
        set,
        c,
        i -> {
          values[i] = given ? a.value(criterion, c) : c.value();
          return true;
        });
    return new TupleValues(values, c.missing() == before);
  }

  /** The values that are not empty, as numbers, in the order of the tuples. */
  List<Number> numbers() {
    List<Number> numbers = new ArrayList<>(values.length);
    for (Object value : values) {
      Number number = Arguments.toNumber(value);
      if (number != null) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** A value as a floating-point number; NaN for an empty one. */
  double number(int index) {
    Number number = Arguments.toNumber(values[index]);
    return number == null ? Double.NaN : number.doubleValue();
  }

  /** The indexes of the tuples ordered by value; equal ones keep their order. */
  int[] ordered(boolean descending) {
    Integer[] indexes = new Integer[values.length];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = i;
    }
    Comparator<Integer> byValue = (i, k) -> Values.compareForOrder(values[i], values[k]);
    java.util.Arrays.sort(indexes, descending ? byValue.reversed() : byValue);
    int[] order = new int[indexes.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = indexes[i];
    }
    return order;
  }
}
