package org.quadrille.cubes.exec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Values;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.schema.Aggregator;

/**
 * The current measure over a set. Sums, counts, minima and maxima are taken over the cells of the
 * tuples; distinct counts and averages are asked of the facts of all tuples together.
 */
final class SetAggregation {
  private final Evaluation evaluation;

  SetAggregation(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  @Nullable Object aggregate(TupleSet set) {
    if (set.isEmpty()) {
      return null;
    }
    MeasureMember measure = measureOf(set);
    if (measure == null) {
      throw new EvaluationException(
          "Aggregate needs a stored measure: how a calculated one aggregates is not known");
    }
    boolean together = !measure.aggregator().rollsUp();
    if (together && Restriction.isPossible(set)) {
      int mark = evaluation.mark();
      Restriction.allOf(set).forEach(evaluation::restrict);
      Object value = evaluation.value();
      evaluation.restore(mark);
      return value;
    }
    return overCells(set, measure.aggregator());
  }

  /** The measure that is current or that the tuples name. */
  private @Nullable MeasureMember measureOf(TupleSet set) {
    for (int i = 0; i < set.arity(); i++) {
      if (set.member(0, i).hierarchy().isMeasures()) {
        return set.member(0, i) instanceof MeasureMember named ? named : null;
      }
    }
    return evaluation.storedMeasure();
  }

  private @Nullable Object overCells(TupleSet set, Aggregator aggregator) {
    Object total = null;
    int mark = evaluation.mark();
    for (int i = 0; i < set.size(); i++) {
      evaluation.set(set, i);
      Object value = evaluation.value();
      evaluation.restore(mark);
      if (value != null) {
        total = total == null ? value : combine(total, value, aggregator);
      }
    }
    return total;
  }

  private static Object combine(Object a, Object b, Aggregator aggregator) {
    return switch (aggregator) {
      case MIN -> Values.compare(a, b) <= 0 ? a : b;
      case MAX -> Values.compare(a, b) >= 0 ? a : b;
      case SUM, COUNT, AVG, DISTINCT_COUNT -> add(a, b);
    };
  }

  /** The sum; exact where both are whole numbers or decimals. */
  static Number add(Object a, Object b) {
    if (!(a instanceof Number x) || !(b instanceof Number y)) {
      throw new EvaluationException("cannot add " + a + " and " + b);
    }
    if (x instanceof Double || y instanceof Double) {
      return x.doubleValue() + y.doubleValue();
    }
    if (x instanceof BigDecimal || y instanceof BigDecimal) {
      return new BigDecimal(x.toString()).add(new BigDecimal(y.toString()));
    }
    return Math.addExact(x.longValue(), y.longValue());
  }
}
