package org.quadrille.cubes.sql.view;

import java.math.BigDecimal;
import java.util.List;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.schema.Aggregator;

/** What a measure is made of: stored measures and arithmetic, with the empty values of MDX. */
public sealed interface MeasureFormula {
  /** A stored measure. */
  record Stored(MeasureMember measure) implements MeasureFormula {}

  /** A number. */
  record Constant(BigDecimal value) implements MeasureFormula {}

  /** A sum of terms; empty terms count as nothing, and without any other it is empty. */
  record Sum(List<Term> terms) implements MeasureFormula {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** A term that is added or taken away. */
  record Term(MeasureFormula value, boolean negative) {}

  /** A product; empty if a factor is. */
  record Product(MeasureFormula left, MeasureFormula right) implements MeasureFormula {}

  /** A quotient, floating point; empty if dividend or divisor is, or the divisor is zero. */
  record Quotient(MeasureFormula dividend, MeasureFormula divisor) implements MeasureFormula {}

  /** Whether the values of parts of the facts add up to the value of the whole. */
  default boolean isAdditive() {
    if (this instanceof Stored stored) {
      Aggregator aggregator = stored.measure().aggregator();
      return aggregator == Aggregator.SUM || aggregator == Aggregator.COUNT;
    }
    return this instanceof Sum sum && sum.terms().stream().allMatch(t -> t.value().isAdditive());
  }

  /** The stored measures in it, with repetitions. */
  default List<MeasureMember> stored() {
    if (this instanceof Stored one) {
      return List.of(one.measure());
    }
    if (this instanceof Sum sum) {
      return sum.terms().stream().flatMap(t -> t.value().stored().stream()).toList();
    }
    if (this instanceof Product product) {
      return both(product.left(), product.right());
    }
    return this instanceof Quotient quotient
        ? both(quotient.dividend(), quotient.divisor())
        : List.of();
  }

  private static List<MeasureMember> both(MeasureFormula left, MeasureFormula right) {
    return java.util.stream.Stream.concat(left.stored().stream(), right.stored().stream()).toList();
  }
}
