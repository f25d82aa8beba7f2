package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.FunctionDefinition.Typing;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.model.Member;

/** Functions that put sets in another order. */
final class OrderFunctions {
  /** Every combination of keys with and without directions is a signature, up to so many keys. */
  private static final int MIXED_KEYS = 4;

  /** So many keys may be given where each has its direction. */
  private static final int DIRECTED_KEYS = 16;

  private static final Set<String> DIRECTIONS = Set.of("ASC", "DESC", "BASC", "BDESC");

  private OrderFunctions() {}

  static void register(Signatures s) {
    for (int keys = 1; keys <= MIXED_KEYS; keys++) {
      for (int directed = 0; directed < 1 << keys; directed++) {
        order(s, keys, directed);
      }
    }
    for (int keys = MIXED_KEYS + 1; keys <= DIRECTED_KEYS; keys++) {
      order(s, keys, -1);
    }
    s.add(
        "Set Hierarchize(Set[, Symbol])",
        "The set in the order of its hierarchies, parents first; with POST parents last.",
        "Hierarchize({[Store].[USA].[CA], [Store].[USA]})",
        Checks.words(Typings.FIRST, 1, "PRE", "POST"),
        (a, c) ->
            new HierarchicalOrder(c.navigation(), a.symbol(1, "PRE").equals("POST"))
                .sort(a.set(0, c)));
  }

  private static void order(Signatures s, int keys, int directed) {
    List<Kind> parameters = new ArrayList<>();
    parameters.add(Kind.SET);
    for (int k = 0; k < keys; k++) {
      parameters.add(Kind.VALUE);
      if ((directed & (1 << k)) != 0) {
        parameters.add(Kind.SYMBOL);
      }
    }
    s.add(
        new FunctionDefinition(
            "Order",
            Syntax.FUNCTION,
            Kind.SET,
            parameters,
            false,
            DIRECTED,
            OrderFunctions::order,
            "Set Order(Set, Value[, Symbol][, Value[, Symbol]]...)",
            "The set ordered by keys. ASC, which is meant where nothing is said, and DESC order"
                + " siblings and leave each member below its parent; BASC and BDESC order without"
                + " regard to the hierarchy.",
            "Order([Store].[State].Members, [Measures].[Units], BDESC)"));
  }

  private static final Typing DIRECTED =
      (result, arguments) -> {
        for (Expr argument : arguments) {
          if (argument instanceof Expr.Symbol symbol && !DIRECTIONS.contains(symbol.word())) {
            throw new MdxException(
                null, symbol.word() + " cannot stand here; expected ASC, DESC, BASC or BDESC");
          }
        }
        return Typings.FIRST.apply(result, arguments);
      };

  /** One key: where it stands among the arguments, and its direction. */
  private record Key(int argument, boolean descending, boolean breaks) {}

  private static TupleSet order(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    if (set.size() < 2) {
      return set;
    }
    List<Key> keys = new ArrayList<>();
    for (int i = 1; i < a.size(); i++) {
      String direction =
          i + 1 < a.size() && a.expression(i + 1) instanceof Expr.Symbol symbol
              ? symbol.word()
              : "ASC";
      keys.add(new Key(i, direction.endsWith("DESC"), direction.startsWith("B")));
      if (i + 1 < a.size() && a.expression(i + 1) instanceof Expr.Symbol) {
        i++;
      }
    }
    List<Integer> indexes = new ArrayList<>(set.size());
    for (int i = 0; i < set.size(); i++) {
      indexes.add(i);
    }
    List<Integer> sorted = new ArrayList<>(set.size());
    new Sorter(a, set, keys, c).sort(indexes, 0, sorted);
    return set.pick(sorted.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Sorts by the first key, then those that it leaves equal by the next. */
  private static final class Sorter {
    private final Arguments arguments;
    private final TupleSet set;
    private final List<Key> keys;
    private final Context context;
    private final List<@Nullable Object[]> values = new ArrayList<>();

    Sorter(Arguments arguments, TupleSet set, List<Key> keys, Context context) {
      this.arguments = arguments;
      this.set = set;
      this.keys = keys;
      this.context = context;
      for (Key key : keys) {
        boolean needed = key.breaks || orderKeyOf(key) != null;
        values.add(needed ? values(key) : new @Nullable Object[0]);
      }
    }

    private @Nullable Object[] values(Key key) {
      @Nullable Object[] found = new @Nullable Object[set.size()];
      Expr member = key.breaks ? null : orderKeyOf(key);
      arguments.forEach(
          0,
          set,
          context,
          i -> {
            found[i] =
                member == null ? arguments.value(key.argument, context) : member.evaluate(context);
            return true;
          });
      return found;
    }

    /**
     * The member whose order key is asked for by a key that keeps the hierarchy of tuples: those
     * are ordered by the place of that member.
     */
    private @Nullable Expr orderKeyOf(Key key) {
      return set.arity() > 1
              && arguments.expression(key.argument) instanceof Expr.Call call
              && call.function().name().equals(MetadataFunctions.ORDER_KEY)
          ? call.arguments().get(0)
          : null;
    }

    void sort(List<Integer> indexes, int at, List<Integer> sorted) {
      if (at == keys.size() || indexes.size() < 2) {
        sorted.addAll(indexes);
        return;
      }
      Key key = keys.get(at);
      if (!key.breaks && orderKeyOf(key) == null) {
        sorted.addAll(
            new ValueTree(arguments, key.argument, key.descending, set, context).sort(indexes));
        return;
      }
      Comparator<Integer> order = comparator(key, values.get(at));
      List<Integer> ordered = new ArrayList<>(indexes);
      ordered.sort(order);
      int from = 0;
      for (int to = 1; to <= ordered.size(); to++) {
        if (to == ordered.size() || order.compare(ordered.get(from), ordered.get(to)) != 0) {
          sort(ordered.subList(from, to), at + 1, sorted);
          from = to;
        }
      }
    }

    private Comparator<Integer> comparator(Key key, @Nullable Object[] found) {
      HierarchicalOrder natural = new HierarchicalOrder(context.navigation(), false);
      Comparator<Integer> order =
          (i, k) ->
              !key.breaks && found[i] instanceof Member x && found[k] instanceof Member y
                  ? natural.compare(x, y)
                  : Values.compareForOrder(found[i], found[k]);
      return key.descending ? order.reversed() : order;
    }
  }
}
