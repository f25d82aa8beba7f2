package org.quadrille.cubes.function;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Typings;

/** Generate: evaluates something for each tuple of a set and puts the results together. */
final class GenerateFunctions {
  private GenerateFunctions() {}

  static void register(Signatures s) {
    s.add(
        "Set Generate(Set, Set[, Symbol])",
        "The sets that the second argument is at each tuple of the first, put together; each tuple"
            + " once, with ALL as often as it comes.",
        "Generate([Store].Children, Head([Store].CurrentMember.Children))",
        Checks.words(Typings.SECOND, 2, "ALL"),
        GenerateFunctions::sets);
    s.add(
        "String Generate(Set, String[, String])",
        "The strings that the second argument is at each tuple of the first, one after the other"
            + " with the third between them.",
        "Generate([Store].Children, [Store].CurrentMember.Name, \", \")",
        GenerateFunctions::strings);
  }

  private static TupleSet sets(Arguments a, Context c) {
    TupleSet source = a.set(0, c);
    boolean all = a.symbol(2, "").equals("ALL");
    Set<TupleSet.TupleKey> seen = new HashSet<>();
    Collector collector = new Collector(Math.max(1, a.expression(1).type().arity()));
    a.forEach(
        0,
        source,
        c,
        i -> {
          TupleSet part = a.set(1, c);
          for (int k = 0; k < part.size(); k++) {
            if (all || seen.add(part.key(k))) {
              collector.add(part, k);
            }
          }
          return true;
        });
    return collector.build();
  }

  /** Builds a set whose arity is known for certain only when its first tuple comes. */
  private static final class Collector {
    private final int expectedArity;
    private TupleSet.@Nullable Builder builder;

    Collector(int expectedArity) {
      this.expectedArity = expectedArity;
    }

    void add(TupleSet set, int index) {
      if (builder == null) {
        builder = new TupleSet.Builder(set.arity(), 16);
      }
      builder.addFrom(set, index);
    }

    TupleSet build() {
      return builder == null ? TupleSet.empty(expectedArity) : builder.build();
    }
  }

  private static String strings(Arguments a, Context c) {
    TupleSet source = a.set(0, c);
    StringBuilder text = new StringBuilder();
    a.forEach(
        0,
        source,
        c,
        i -> {
          String separator = i > 0 && a.size() > 2 ? a.string(2, c) : null;
          String part = a.string(1, c);
          text.append(separator == null ? "" : separator).append(part == null ? "" : part);
          return true;
        });
    return text.toString();
  }
}
