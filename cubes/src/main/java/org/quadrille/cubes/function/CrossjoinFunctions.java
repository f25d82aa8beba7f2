package org.quadrille.cubes.function;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.FunctionDefinition.Body;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;

/** Functions that put sets side by side and take them apart again. */
final class CrossjoinFunctions {
  /** Beyond so many tuples only stored measures decide which are empty. */
  private static final long TRIED_SINGLY = 100_000;

  private CrossjoinFunctions() {}

  static void register(Signatures s) {
    Body crossjoin = (a, c) -> crossjoin(a.set(0, c), a.set(1, c), c);
    s.add(
        "Set Crossjoin(Set, Set)",
        "Every tuple of the first set with every tuple of the second; the second runs faster.",
        "Crossjoin([Gender].Members, [Marital Status].Members)",
        Checks.JOINED,
        crossjoin);
    s.add(
        "Set Set * Set",
        "Every tuple of the first set with every tuple of the second; the second runs faster.",
        "[Gender].Members * [Marital Status].Members",
        Checks.JOINED,
        crossjoin);
    s.add(
        "Set NonEmptyCrossJoin(Set, Set)",
        "The crossjoin without tuples at which every measure that the query shows is empty.",
        "NonEmptyCrossJoin([Store].[State].Members, [Product].Children)",
        Checks.JOINED,
        (a, c) -> nonEmptyCrossjoin(a.set(0, c), a.set(1, c), c));
    s.add(
        "Set NonEmpty(Set)",
        "The set without tuples at which every measure that the query shows is empty.",
        "NonEmpty([Store].[State].Members)",
        (a, c) -> nonEmpty(a.set(0, c), c));
    s.add(
        "Set NonEmpty(Set, Set)",
        "The tuples of the first set that together with some tuple of the second have a value.",
        "NonEmpty([Store].[State].Members, {[Measures].[Units]})",
        (a, c) -> nonEmptyWith(a.set(0, c), a.set(1, c), c));
    s.add(
        "Set Extract(Set, Hierarchy...)",
        "The members that a set has of some of its hierarchies, each combination once.",
        "Extract([Gender].Members * [Marital Status].Members, [Gender])",
        Checks.EXTRACTED,
        CrossjoinFunctions::extract);
  }

  private static TupleSet crossjoin(TupleSet left, TupleSet right, Context c) {
    if (left.isEmpty() || right.isEmpty()) {
      return TupleSet.empty(left.arity() + right.arity());
    }
    int expected = Math.multiplyExact(left.size(), right.size());
    TupleSet.Builder product = new TupleSet.Builder(left.arity() + right.arity(), expected);
    for (int i = 0; i < left.size(); i++) {
      if ((i & 63) == 63) {
        c.checkAlive();
      }
      for (int k = 0; k < right.size(); k++) {
        product.addJoined(left, i, right, k);
      }
    }
    return product.build();
  }

  private static TupleSet nonEmptyCrossjoin(TupleSet left, TupleSet right, Context c) {
    int mark = c.mark();
    leaveCalculated(c);
    TupleSet found = nonEmptyTuples(left, right, c);
    c.restore(mark);
    return found;
  }

  /**
   * Leaves the calculated members of the slicer, since their formulas may need the set that is
   * being computed.
   */
  private static void leaveCalculated(Context c) {
    for (Hierarchy hierarchy : c.cube().hierarchies()) {
      List<Member> current = c.currentMembers(hierarchy);
      if (!hierarchy.isMeasures() && current.size() == 1 && current.get(0).isCalculated()) {
        c.set(hierarchy.hasAll() ? hierarchy.allMember() : c.navigation().defaultMember(hierarchy));
      }
    }
  }

  private static TupleSet nonEmptyTuples(TupleSet left, TupleSet right, Context c) {
    boolean large = (long) left.size() * right.size() > TRIED_SINGLY;
    List<Member> measures = c.queryMeasures();
    boolean stored = measures.stream().noneMatch(Member::isCalculated);
    TupleSet found = large || stored ? c.nonEmptyProduct(List.of(left, right), measures) : null;
    return found == null ? nonEmpty(crossjoin(left, right, c), c) : found;
  }

  /** The tuples at which a measure of the query has a value; all while cells are missing. */
  private static TupleSet nonEmpty(TupleSet set, Context c) {
    boolean hasMeasure = false;
    for (int k = 0; k < set.arity() && !set.isEmpty(); k++) {
      hasMeasure |= set.member(0, k).hierarchy().isMeasures();
    }
    List<Member> measures = hasMeasure ? List.of() : c.queryMeasures();
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), 16);
    int mark = c.mark();
    for (int i = 0; i < set.size(); i++) {
      if ((i & 1023) == 1023) {
        c.checkAlive();
      }
      c.set(set, i);
      long before = c.missing();
      if (hasValue(measures, c) || c.missing() > before) {
        result.addFrom(set, i);
      }
      c.restore(mark);
    }
    return result.build();
  }

  private static boolean hasValue(List<Member> measures, Context c) {
    if (measures.isEmpty()) {
      return c.value() != null;
    }
    boolean any = false;
    int mark = c.mark();
    for (Member measure : measures) {
      c.set(measure);
      any |= c.value() != null;
      c.restore(mark);
    }
    return any;
  }

  private static TupleSet nonEmptyWith(TupleSet set, TupleSet filter, Context c) {
    TupleSet.Builder result = new TupleSet.Builder(set.arity(), 16);
    int mark = c.mark();
    for (int i = 0; i < set.size(); i++) {
      if ((i & 255) == 255) {
        c.checkAlive();
      }
      long before = c.missing();
      boolean found = false;
      for (int k = 0; k < filter.size() && !found; k++) {
        c.set(filter, k);
        c.set(set, i);
        found = c.value() != null;
        c.restore(mark);
      }
      if (found || c.missing() > before) {
        result.addFrom(set, i);
      }
    }
    return result.build();
  }

  private static TupleSet extract(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    List<Hierarchy> given = new java.util.ArrayList<>(a.expression(0).type().hierarchies());
    int[] places = new int[a.size() - 1];
    for (int k = 0; k < places.length; k++) {
      places[k] = given.indexOf(a.hierarchy(k + 1, c));
    }
    Set<TupleSet.TupleKey> seen = new HashSet<>();
    TupleSet.Builder result = new TupleSet.Builder(places.length, set.size());
    for (int i = 0; i < set.size(); i++) {
      Member[] tuple = new Member[places.length];
      for (int k = 0; k < places.length; k++) {
        tuple[k] = set.member(i, places[k]);
      }
      if (seen.add(new TupleSet.TupleKey(tuple))) {
        result.add(tuple);
      }
    }
    return result.build();
  }
}
