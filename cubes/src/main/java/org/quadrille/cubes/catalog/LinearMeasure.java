package org.quadrille.cubes.catalog;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.schema.Aggregator;

/**
 * A measure that adds up over facts, as a sum of stored measures with factors: a stored sum or
 * count, or a formula of sums and differences of such, and of products with numbers.
 */
final class LinearMeasure {
  private static final Set<Aggregator> ADDITIVE = Set.of(Aggregator.SUM, Aggregator.COUNT);

  private LinearMeasure() {}

  /** Factors by stored measure; null for a measure that does not add up. */
  static @Nullable Map<MeasureMember, BigDecimal> of(Member measure) {
    Map<MeasureMember, BigDecimal> terms = new LinkedHashMap<>();
    return add(measure, BigDecimal.ONE, terms, 0) ? terms : null;
  }

  private static boolean add(
      Member member, BigDecimal factor, Map<MeasureMember, BigDecimal> terms, int depth) {
    if (member instanceof MeasureMember stored) {
      terms.merge(stored, factor, BigDecimal::add);
      return ADDITIVE.contains(stored.aggregator());
    }
    return member instanceof CalculatedMember calculated
        && depth < 20
        && add((Expr) calculated.body(), factor, terms, depth + 1);
  }

  private static boolean add(
      Expr expression, BigDecimal factor, Map<MeasureMember, BigDecimal> terms, int depth) {
    if (expression instanceof Expr.Conversion conversion) {
      return add(conversion.operand(), factor, terms, depth);
    }
    if (expression instanceof Expr.MemberRef ref) {
      return ref.member().hierarchy().isMeasures() && add(ref.member(), factor, terms, depth);
    }
    return expression instanceof Expr.Call call && call(call, factor, terms, depth);
  }

  private static boolean call(
      Expr.Call call, BigDecimal factor, Map<MeasureMember, BigDecimal> terms, int depth) {
    int count = call.arguments().size();
    Expr first = call.arguments().isEmpty() ? call : call.arguments().get(0);
    Expr last = call.arguments().isEmpty() ? call : call.arguments().get(count - 1);
    switch (call.function().name()) {
      case "()":
        return count == 1 && add(first, factor, terms, depth);
      case "+":
        return add(first, factor, terms, depth) && add(last, factor, terms, depth);
      case "-":
        return count == 1
            ? add(first, factor.negate(), terms, depth)
            : add(first, factor, terms, depth) && add(last, factor.negate(), terms, depth);
      case "*":
        BigDecimal left = number(first);
        BigDecimal right = number(last);
        if (left != null) {
          return add(last, factor.multiply(left), terms, depth);
        }
        return right != null && add(first, factor.multiply(right), terms, depth);
      default:
        return false;
    }
  }

  private static @Nullable BigDecimal number(Expr expression) {
    if (expression instanceof Expr.Literal literal && literal.value() instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    return null;
  }
}
