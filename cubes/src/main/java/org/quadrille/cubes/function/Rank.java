package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.TupleSet.TupleKey;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.model.Member;

/**
 * The two forms of Rank. What they look up in does not depend on the tuple, so it is made once and
 * kept by the context: places by tuple, or the values from the greatest down.
 */
final class Rank {
  private Rank() {}

  private record Sorted(boolean isEmpty, List<Object> values) {}

  @SuppressWarnings("unchecked")
  static @Nullable Object place(Arguments a, Context c) {
    Member[] tuple = a.tuple(0, c);
    if (tuple == null) {
      return null;
    }
    Object places = c.cached(a.call(), a.expression(1), null, () -> places(a.set(1, c)));
    return places == null
        ? 0
        : ((Map<TupleKey, Integer>) places).getOrDefault(new TupleKey(tuple), 0);
  }

  private static Map<TupleKey, Integer> places(TupleSet set) {
    Map<TupleKey, Integer> places = new HashMap<>();
    for (int i = 0; i < set.size(); i++) {
      places.putIfAbsent(set.key(i), i + 1);
    }
    return places;
  }

  private static Sorted sorted(Arguments a, Context c) {
    TupleSet set = a.set(1, c);
    List<Object> values = new ArrayList<>();
    for (Object value : TupleValues.of(a, 1, set, 2, c).values()) {
      if (value != null) {
        values.add(value);
      }
    }
    values.sort((x, y) -> Values.compareForOrder(y, x));
    return new Sorted(set.isEmpty(), values);
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
    Sorted sorted =
        (Sorted) c.cached(a.call(), a.expression(1), a.expression(2), () -> sorted(a, c));
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
