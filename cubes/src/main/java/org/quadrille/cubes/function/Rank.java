package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.model.Member;

/**
 * The two forms of Rank. What they look up in does not depend on the tuple, so it is made once and
 * kept by the context: places by tuple, or the values from the greatest down.
 */
final class Rank {
  private static final FunctionDefinition PLACES =
      derived(
          "$Places",
          List.of(Kind.SET),
          (a, c) -> {
            TupleSet set = a.set(0, c);
            Map<TupleSet.TupleKey, Integer> places = new HashMap<>();
            for (int i = 0; i < set.size(); i++) {
              places.putIfAbsent(set.key(i), i + 1);
            }
            return places;
          });

  private static final FunctionDefinition VALUES =
      derived(
          "$SortedValues",
          List.of(Kind.SET, Kind.VALUE),
          (a, c) -> {
            TupleSet set = a.set(0, c);
            List<Object> values = new ArrayList<>();
            for (Object value : TupleValues.of(a, 0, set, 1, c).values()) {
              if (value != null) {
                values.add(value);
              }
            }
            values.sort((x, y) -> Values.compareForOrder(y, x));
            return new Sorted(set.isEmpty(), values);
          });

  private Rank() {}

  private record Sorted(boolean isEmpty, List<Object> values) {}

  private static FunctionDefinition derived(
      String name, List<Kind> parameters, FunctionDefinition.Body body) {
    return new FunctionDefinition(
        name, Syntax.FUNCTION, Kind.VALUE, parameters, false, Typings.FIRST, body, name, "", "");
  }

  private static @Nullable Object cached(FunctionDefinition function, Arguments a, Context c) {
    List<Expr> arguments = a.expressions().subList(1, a.size());
    return c.cached(new Expr.Call(function, arguments, Type.of(Kind.VALUE), a.call().place()));
  }

  @SuppressWarnings("unchecked")
  static @Nullable Object place(Arguments a, Context c) {
    Member[] tuple = a.tuple(0, c);
    if (tuple == null) {
      return null;
    }
    Map<TupleSet.TupleKey, Integer> places = (Map<TupleSet.TupleKey, Integer>) cached(PLACES, a, c);
    return places == null ? 0 : places.getOrDefault(new TupleSet.TupleKey(tuple), 0);
  }

  static @Nullable Object byValue(Arguments a, Context c) {
    Member[] tuple = a.tuple(0, c);
    if (tuple == null) {
      return null;
    }
    int mark = c.mark();
    for (Member member : tuple) {
      c.set(member);
    }
    Object value = a.value(2, c);
    c.restore(mark);
    Sorted sorted = (Sorted) cached(VALUES, a, c);
    if (sorted == null || sorted.isEmpty()) {
      return 1;
    }
    if (value == null) {
      return sorted.values().size() + 1;
    }
    int low = 0;
    int high = sorted.values().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Values.compareForOrder(sorted.values().get(middle), value) > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }
}
