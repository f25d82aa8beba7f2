package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.bind.BoundQuery.BoundAxis;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;

/**
 * Decides which crossjoins are answered from the cells: large ones of stored members, where every
 * measure in sight is stored or provably empty where its inputs are.
 */
final class NonEmptyPlanner {
  /** Smaller crossjoins are simply tried. */
  private static final long FROM_SIZE = 500;

  private final BoundQuery query;
  private final NonEmptyRegions regions;
  private final Set<MeasureMember> measures;
  private final boolean strict;

  NonEmptyPlanner(BoundQuery query, NonEmptyRegions regions, Set<MeasureMember> measures) {
    this.query = query;
    this.regions = regions;
    this.measures = measures;
    this.strict = new EmptyProof().holds(query);
  }

  /**
   * The tuples of a NON EMPTY axis among which are all that are not empty.
   *
   * @return null where the axis is to be evaluated plainly
   */
  @Nullable TupleSet axis(BoundAxis axis, Evaluation evaluation) {
    if (!strict || !isCrossjoin(axis.set())) {
      return null;
    }
    long before = evaluation.missing();
    List<TupleSet> factors = factors(axis.set(), evaluation);
    if (size(factors) < FROM_SIZE) {
      return null;
    }
    List<TupleSet> others = new ArrayList<>();
    for (BoundAxis other : query.axes()) {
      if (other != axis) {
        others.addAll(factors(other.set(), evaluation));
      }
    }
    if (evaluation.missing() > before) {
      return TupleSet.empty(axis.set().type().arity());
    }
    return find(factors, others, evaluation);
  }

  private @Nullable TupleSet find(
      List<TupleSet> factors, List<TupleSet> others, Evaluation evaluation) {
    for (TupleSet factor : factors) {
      if (factor.isEmpty() || hasMeasures(factor)) {
        return null;
      }
    }
    return regions.find(
        factors,
        others.stream().filter(o -> !hasMeasures(o)).toList(),
        measures,
        evaluation.members(),
        evaluation.restrictions());
  }

  private static boolean hasMeasures(TupleSet set) {
    for (int i = 0; i < set.arity() && !set.isEmpty(); i++) {
      Hierarchy hierarchy = set.member(0, i).hierarchy();
      if (hierarchy.isMeasures()) {
        return set.arity() == 1 || !set.isEmpty();
      }
    }
    return false;
  }

  private static long size(List<TupleSet> factors) {
    long size = 1;
    for (TupleSet factor : factors) {
      size *= factor.size();
    }
    return size;
  }

  private static boolean isCrossjoin(Expr expression) {
    if (!(expression instanceof Expr.Call call)) {
      return false;
    }
    return switch (call.function().name().toUpperCase(Locale.ROOT)) {
      case "CROSSJOIN", "*", "NONEMPTYCROSSJOIN" -> true;
      case "()" -> call.arguments().size() > 1;
      default -> false;
    };
  }

  private static List<TupleSet> factors(Expr expression, Evaluation evaluation) {
    if (isCrossjoin(expression)) {
      List<TupleSet> all = new ArrayList<>();
      for (Expr argument : ((Expr.Call) expression).arguments()) {
        all.addAll(factors(argument, evaluation));
      }
      return all;
    }
    Object value = expression.evaluate(evaluation);
    return List.of(
        value == null ? TupleSet.empty(Math.max(1, expression.type().arity())) : (TupleSet) value);
  }
}
