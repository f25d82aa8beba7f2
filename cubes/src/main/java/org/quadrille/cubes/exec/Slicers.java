package org.quadrille.cubes.exec;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.TupleSet.TupleKey;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Computation;
import org.quadrille.cubes.model.Hierarchy;

/**
 * Puts the slicer into the context: one tuple becomes current, several restrict the facts to their
 * union. Where calculated members are among several tuples, a member that aggregates them stands
 * for the slicer.
 */
final class Slicers {
  /** Lower than any that a query gives, so that everything else is computed inside the slicer. */
  private static final int SOLVE_ORDER = -99_999;

  private final Evaluation evaluation;

  Slicers(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The tuples of the slicer, after they were applied. */
  TupleSet apply(@Nullable Expr slicer) {
    if (slicer == null) {
      return TupleSet.empty(0);
    }
    long before = evaluation.missing();
    Object value = slicer.evaluate(evaluation);
    if (value == null) {
      return TupleSet.empty(Math.max(1, slicer.type().arity()));
    }
    TupleSet tuples = distinct(evaluation.navigation().visible((TupleSet) value));
    if (evaluation.missing() > before) {
      return tuples;
    }
    if (tuples.size() == 1) {
      evaluation.set(tuples, 0);
    } else if (tuples.size() > 1) {
      applySeveral(tuples);
    }
    return tuples;
  }

  /** Members that all tuples share are simply current. */
  private void applySeveral(TupleSet all) {
    TupleSet tuples = all;
    for (int i = all.arity() - 1; i >= 0; i--) {
      if (isSame(all, i)) {
        evaluation.set(all.member(0, i));
        tuples = without(tuples, i);
      }
    }
    if (tuples.arity() > 0) {
      aggregate(tuples);
    }
  }

  private static boolean isSame(TupleSet tuples, int index) {
    for (int t = 1; t < tuples.size(); t++) {
      if (!tuples.member(t, index).equals(tuples.member(0, index))) {
        return false;
      }
    }
    return true;
  }

  private static TupleSet without(TupleSet tuples, int index) {
    TupleSet.Builder shorter = new TupleSet.Builder(tuples.arity() - 1, tuples.size());
    for (int t = 0; t < tuples.size(); t++) {
      List<org.quadrille.cubes.model.Member> tuple =
          new java.util.ArrayList<>(List.of(tuples.tuple(t)));
      tuple.remove(index);
      shorter.add(tuple.toArray(new org.quadrille.cubes.model.Member[0]));
    }
    return shorter.build();
  }

  private void aggregate(TupleSet tuples) {
    if (Restriction.isPossible(tuples)) {
      Restriction.allOf(tuples).forEach(evaluation::restrict);
      return;
    }
    Hierarchy hierarchy = tuples.member(0, 0).hierarchy();
    Computation body = new Aggregated(tuples).expression();
    evaluation.set(
        new CalculatedMember(
            hierarchy, null, "Slicer", null, SOLVE_ORDER, false, () -> body, Map.of()));
  }

  private static TupleSet distinct(TupleSet set) {
    Set<TupleKey> seen = new HashSet<>();
    TupleSet.Builder kept = new TupleSet.Builder(set.arity(), set.size());
    for (int i = 0; i < set.size(); i++) {
      if (seen.add(set.key(i))) {
        kept.addFrom(set, i);
      }
    }
    return kept.build();
  }

  /** The measure aggregated over the slicer's tuples. */
  private record Aggregated(TupleSet tuples) {
    Expr expression() {
      org.quadrille.cubes.eval.FunctionDefinition function =
          new org.quadrille.cubes.eval.FunctionDefinition(
              "Slicer",
              org.quadrille.cubes.mdx.Syntax.FUNCTION,
              Kind.VALUE,
              List.of(),
              false,
              org.quadrille.cubes.eval.Typings.FIRST,
              (arguments, context) -> aggregate(context),
              "Value Slicer()",
              "",
              "");
      return new Expr.Call(
          function, List.of(), Type.of(Kind.VALUE), org.quadrille.cubes.mdx.Place.START);
    }

    private @Nullable Object aggregate(Context context) {
      return context.aggregate(tuples);
    }
  }
}
