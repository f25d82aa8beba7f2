package org.quadrille.cubes.function;

import java.util.Arrays;
import java.util.Comparator;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.Member;

/** The order of tuples that the hierarchies of their members give. */
final class HierarchicalOrder {
  private final Navigation navigation;
  private final boolean parentsLast;

  /** Orders with parents before or after their descendants. */
  HierarchicalOrder(Navigation navigation, boolean parentsLast) {
    this.navigation = navigation;
    this.parentsLast = parentsLast;
  }

  /** The set in this order; equal tuples keep theirs. */
  TupleSet sort(TupleSet set) {
    Integer[] indexes = new Integer[set.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = i;
    }
    Comparator<Integer> order = (i, k) -> compare(set, i, k);
    Arrays.sort(indexes, order);
    return set.pick(Arrays.stream(indexes).mapToInt(Integer::intValue).toArray());
  }

  private int compare(TupleSet set, int i, int k) {
    for (int at = 0; at < set.arity(); at++) {
      int order = compare(set.member(i, at), set.member(k, at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Compares two members of one hierarchy. */
  int compare(Member first, Member second) {
    Member a = Totals.base(first);
    Member b = Totals.base(second);
    if (a.equals(b)) {
      return 0;
    }
    if (parentsLast) {
      if (navigation.isAtOrBelow(a, b)) {
        return -1;
      }
      if (navigation.isAtOrBelow(b, a)) {
        return 1;
      }
    }
    return navigation.compare(a, b);
  }
}
