package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;

/**
 * Which tuples go together. Two members go together where one is the other or above it; a hierarchy
 * that a tuple does not name counts with its default member.
 */
final class ExistsFunctions {
  private ExistsFunctions() {}

  static void register(Signatures s) {
    s.add(
        "Set Exists(Set, Set)",
        "The tuples of the first set that go together with some tuple of the second.",
        "Exists([Customer].[State].Members, {[Customer].[USA]})",
        Typings.FIRST,
        (a, c) -> exists(a.set(0, c), a.set(1, c), c));
    s.add(
        "Set Existing Set",
        "The tuples of a set that go together with the current members.",
        "Existing [Product].[Family].Members",
        (a, c) -> existing(a.set(0, c), c));
    s.add(
        "Set CachedExists(Set, Tuple, String)",
        "The tuples of a set that lie at or below a tuple; the name tells apart what is kept.",
        "CachedExists([Customer].[State].Members, ([Customer].[USA]), \"by country\")",
        ExistsFunctions::below);
  }

  private static TupleSet exists(TupleSet set, TupleSet filter, Context c) {
    if (set.isEmpty() || filter.isEmpty()) {
      return TupleSet.empty(set.arity());
    }
    List<Hierarchy> hierarchies = hierarchies(set, filter);
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), 16);
    for (int i = 0; i < set.size(); i++) {
      if ((i & 255) == 255) {
        c.checkAlive();
      }
      boolean found = false;
      for (int k = 0; k < filter.size() && !found; k++) {
        found = goTogether(set, i, filter, k, hierarchies, c.navigation());
      }
      if (found) {
        result.addFrom(set, i);
      }
    }
    return result.build();
  }

  private static List<Hierarchy> hierarchies(TupleSet first, TupleSet second) {
    Set<Hierarchy> hierarchies = new LinkedHashSet<>();
    for (int k = 0; k < first.arity(); k++) {
      hierarchies.add(first.member(0, k).hierarchy());
    }
    for (int k = 0; k < second.arity(); k++) {
      hierarchies.add(second.member(0, k).hierarchy());
    }
    return new ArrayList<>(hierarchies);
  }

  private static boolean goTogether(
      TupleSet first,
      int i,
      TupleSet second,
      int k,
      List<Hierarchy> hierarchies,
      Navigation navigation) {
    for (Hierarchy hierarchy : hierarchies) {
      if (!onOnePath(member(first, i, hierarchy), member(second, k, hierarchy), navigation)) {
        return false;
      }
    }
    return true;
  }

  private static Member member(TupleSet set, int index, Hierarchy hierarchy) {
    for (int k = 0; k < set.arity(); k++) {
      if (set.member(index, k).hierarchy() == hierarchy) {
        return set.member(index, k);
      }
    }
    return hierarchy.defaultMember();
  }

  static boolean onOnePath(Member first, Member second, Navigation navigation) {
    Member a = Totals.base(first);
    Member b = Totals.base(second);
    return navigation.isAtOrBelow(a, b) || navigation.isAtOrBelow(b, a);
  }

  private static TupleSet existing(TupleSet set, Context c) {
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), 16);
    for (int i = 0; i < set.size(); i++) {
      boolean fits = true;
      for (int k = 0; k < set.arity() && fits; k++) {
        Member member = set.member(i, k);
        fits =
            c.currentMembers(member.hierarchy()).stream()
                .anyMatch(current -> onOnePath(member, current, c.navigation()));
      }
      if (fits) {
        result.addFrom(set, i);
      }
    }
    return result.build();
  }

  private static TupleSet below(Arguments a, Context c) {
    TupleSet set = (TupleSet) c.cached(a.expression(0));
    Member[] tuple = a.tuple(1, c);
    if (set == null || set.isEmpty() || tuple == null) {
      return TupleSet.empty(Math.max(1, a.expression(0).type().arity()));
    }
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), 16);
    for (int i = 0; i < set.size(); i++) {
      boolean fits = true;
      for (Member top : tuple) {
        Member member = member(set, i, top.hierarchy());
        fits = fits && c.navigation().isAtOrBelow(Totals.base(member), Totals.base(top));
      }
      if (fits) {
        result.addFrom(set, i);
      }
    }
    return result.build();
  }
}
