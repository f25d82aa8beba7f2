package org.quadrille.cubes.function;

import java.util.HashSet;
import java.util.Set;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Typings;

/** Functions that make sets from sets. */
final class SetFunctions {
  private SetFunctions() {}

  static void register(Signatures s) {
    s.add(
        "Set Head(Set[, Numeric])",
        "The first tuples of a set; one where no count is given.",
        "Head([Store].[Store State].Members, 2)",
        (a, c) -> a.set(0, c).slice(0, a.intOr(1, c, 1)));
    s.add(
        "Set Crossjoin(Set, Set)",
        "Every tuple of the first set with every tuple of the second; the second runs faster.",
        "Crossjoin([Gender].Members, [Marital Status].Members)",
        Typings.JOINED,
        (a, c) -> crossjoin(a.set(0, c), a.set(1, c)));
    s.add(
        "Set Distinct(Set)",
        "The set without tuples that stood in it before.",
        "Distinct({[Gender].[F], [Gender].[F]})",
        (a, c) -> distinct(a.set(0, c)));
  }

  static TupleSet crossjoin(TupleSet left, TupleSet right) {
    TupleSet.Builder product =
        new TupleSet.Builder(left.arity() + right.arity(), left.size() * right.size());
    for (int i = 0; i < left.size(); i++) {
      for (int k = 0; k < right.size(); k++) {
        product.addJoined(left, i, right, k);
      }
    }
    return product.build();
  }

  static TupleSet distinct(TupleSet set) {
    Set<TupleSet.TupleKey> seen = new HashSet<>();
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), set.size());
    for (int i = 0; i < set.size(); i++) {
      if (seen.add(set.key(i))) {
        result.addFrom(set, i);
      }
    }
    return result.build();
  }
}
