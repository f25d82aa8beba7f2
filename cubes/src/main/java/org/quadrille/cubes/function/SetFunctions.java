package org.quadrille.cubes.function;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.TupleSet.TupleKey;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.model.Member;

/** Functions that make sets from sets without looking at cells, except Filter. */
final class SetFunctions {
  private SetFunctions() {}

  static void register(Signatures s) {
    parts(s);
    s.add(
        "Set Distinct(Set)",
        "The set without tuples that stood in it before.",
        "Distinct({[Gender].[F], [Gender].[F]})",
        (a, c) -> distinct(a.set(0, c)));
    algebra(s);
    s.add(
        "Set Filter(Set, Logical)",
        "The tuples at which a condition holds.",
        "Filter([Store].[State].Members, [Measures].[Units] > 0)",
        SetFunctions::filter);
    s.add(
        "Set Unorder(Set)",
        "The same set; says that its order does not matter.",
        "Unorder([Gender].Members)",
        (a, c) -> a.set(0, c));
    s.add(
        "Set NativizeSet(Set)",
        "The same set; kept for queries written for servers that need this hint.",
        "NativizeSet([Gender].Members)",
        (a, c) -> a.set(0, c));
    s.add(
        "Set Cache(Set)",
        "The same set, computed once for all places that share the members it depends on.",
        "Cache([Gender].Members)",
        (a, c) -> c.cached(a.expression(0)));
    s.add(
        "Value Cache(Value)",
        "The same value, computed once for all places that share the members it depends on.",
        "Cache([Measures].[Units] * 2)",
        (a, c) -> c.cached(a.expression(0)));
  }

  private static void parts(Signatures s) {
    s.add(
        "Set Head(Set[, Numeric])",
        "The first tuples of a set; one where no count is given.",
        "Head([Store].[State].Members, 2)",
        (a, c) -> {
          TupleSet set = a.set(0, c);
          long before = c.missing();
          int count = a.intOr(1, c, 1);
          return c.missing() > before ? set : set.slice(0, count);
        });
    s.add(
        "Set Tail(Set[, Numeric])",
        "The last tuples of a set; one where no count is given.",
        "Tail([Store].[State].Members, 2)",
        (a, c) -> {
          TupleSet set = a.set(0, c);
          long before = c.missing();
          int count = a.intOr(1, c, 1);
          return c.missing() > before
              ? set
              : set.slice(set.size() - Math.min(set.size(), Math.max(0, count)), set.size());
        });
    s.add(
        "Set Subset(Set, Numeric[, Numeric])",
        "The tuples from a place on, which counts from 0; all that follow where no count is given.",
        "Subset([Store].[State].Members, 1, 2)",
        SetFunctions::subset);
  }

  private static TupleSet subset(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    long before = c.missing();
    int start = a.intOr(1, c, 0);
    long count = a.size() > 2 ? a.intOr(2, c, 0) : set.size();
    if (c.missing() > before) {
      return set;
    }
    if (start < 0 || count < 0) {
      return TupleSet.empty(set.arity());
    }
    return set.slice(start, (int) Math.min(set.size(), start + count));
  }

  private static void algebra(Signatures s) {
    s.add(
        "Set Union(Set, Set[, Symbol])",
        "The tuples of both sets, each once; with ALL as often as they stand there.",
        "Union({[Store].[USA]}, [Store].Children)",
        Checks.words(Checks.alike("Union"), 2, "ALL", "DISTINCT"),
        (a, c) -> {
          TupleSet both = concat(a.set(0, c), a.set(1, c));
          return a.symbol(2, "DISTINCT").equals("ALL") ? both : distinct(both);
        });
    s.add(
        "Set Except(Set, Set[, Symbol])",
        "The tuples of the first set that are not in the second.",
        "Except([Store].Children, {[Store].[Mexico]})",
        Checks.words(Checks.alike("Except"), 2, "ALL"),
        (a, c) -> except(a.set(0, c), a.set(1, c)));
    s.add(
        "Set Intersect(Set, Set[, Symbol])",
        "The tuples that are in both sets, each once; with ALL as often as in both.",
        "Intersect([Store].Children, {[Store].[Mexico], [Store].[USA]})",
        Checks.words(Checks.alike("Intersect"), 2, "ALL"),
        (a, c) -> {
          boolean all = a.symbol(2, "").equals("ALL");
          return intersect(a.set(0, c), a.set(1, c), all);
        });
  }

  static TupleSet concat(TupleSet left, TupleSet right) {
    if (left.isEmpty()) {
      return right;
    }
    if (right.isEmpty()) {
      return left;
    }
    return new TupleSet.Builder(left.arity(), left.size() + right.size())
        .addAll(left)
        .addAll(right)
        .build();
  }

  static TupleSet distinct(TupleSet set) {
    Set<TupleKey> seen = new HashSet<>();
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), set.size());
    for (int i = 0; i < set.size(); i++) {
      if (seen.add(set.key(i))) {
        result.addFrom(set, i);
      }
    }
    return result.build();
  }

  private static TupleSet except(TupleSet left, TupleSet right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left;
    }
    Set<TupleKey> without = new HashSet<>();
    for (int i = 0; i < right.size(); i++) {
      without.add(Totals.key(right, i));
    }
    TupleSet.Builder result = new TupleSet.Builder(left.arity(), left.size());
    for (int i = 0; i < left.size(); i++) {
      if (!without.contains(Totals.key(left, i))) {
        result.addFrom(left, i);
      }
    }
    return result.build();
  }

  /** Where a tuple stands as visual total in one set, that total is taken. */
  private static TupleSet intersect(TupleSet left, TupleSet right, boolean all) {
    if (left.isEmpty() || right.isEmpty()) {
      return TupleSet.empty(left.arity());
    }
    Map<TupleKey, Integer> places = new HashMap<>();
    Map<TupleKey, Integer> counts = new HashMap<>();
    for (int i = 0; i < right.size(); i++) {
      TupleKey key = Totals.key(right, i);
      places.putIfAbsent(key, i);
      counts.merge(key, 1, Integer::sum);
    }
    Set<TupleKey> seen = new HashSet<>();
    TupleSet.Builder result = new TupleSet.Builder(left.arity(), left.size());
    for (int i = 0; i < left.size(); i++) {
      TupleKey key = Totals.key(left, i);
      Integer place = places.get(key);
      boolean wanted =
          place != null && (all ? counts.merge(key, -1, Integer::sum) >= 0 : seen.add(key));
      if (wanted) {
        result.add(Totals.prefer(left.tuple(i), right.tuple(place)));
      }
    }
    return result.build();
  }

  private static TupleSet filter(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), 16);
    a.forEach(
        0,
        set,
        c,
        i -> {
          long before = c.missing();
          if (a.logical(1, c) || c.missing() > before) {
            result.addFrom(set, i);
          }
          return true;
        });
    return result.build();
  }

  /** Functions that pick single elements of sets and tuples. */
  static void registerElements(Signatures s) {
    s.add(
        "Member Set.Item(Numeric)",
        "The member or tuple at a place of a set, counted from 0.",
        "[Store].[State].Members.Item(0)",
        Checks.ELEMENT,
        (a, c) -> {
          TupleSet set = a.set(0, c);
          int index = a.intOr(1, c, 0);
          return index < 0 || index >= set.size() ? null : element(set, index);
        });
    s.add(
        "Member Set.Item(String...)",
        "The first member of that name in a set, or the first tuple of members of those names.",
        "[Store].Children.Item(\"USA\")",
        Elements.BY_NAME,
        Elements::byName);
    s.add(
        "Member Tuple.Item(Numeric)",
        "The member at a place of a tuple, counted from 0.",
        "([Gender].[F], [Store].[USA]).Item(1)",
        Elements.OF_TUPLE,
        (a, c) -> {
          Member[] tuple = a.tuple(0, c);
          int index = a.intOr(1, c, 0);
          return tuple == null || index < 0 || index >= tuple.length ? null : tuple[index];
        });
    s.add(
        "Member Set.Current",
        "The member or tuple at which the iteration over a named set is.",
        "Generate([Gender].Members AS [g], {[g].Current})",
        Checks.ELEMENT,
        Elements::current);
    s.add(
        "Integer Set.CurrentOrdinal",
        "The place, counted from 0, at which the iteration over a named set is.",
        "Order([Gender].Members AS [g], [g].CurrentOrdinal, BDESC)",
        Typings.FIRST,
        Elements::currentOrdinal);
  }

  static Object element(TupleSet set, int index) {
    return set.arity() == 1 ? set.member(index, 0) : set.tuple(index);
  }
}
