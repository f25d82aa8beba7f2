package org.quadrille.cubes.exec;

import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;

/** What an expression over measures of one cell gives when all of them are empty. */
final class EmptyCells {
  private EmptyCells() {}

  /** Whether it gives nothing. */
  static boolean isEmpty(Expr expression) {
    try {
      return substitute(expression).evaluate(NoContext.INSTANCE) == null;
    } catch (EvaluationException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** The expression with an empty value in place of every cell. */
  private static Expr substitute(Expr expression) {
    if (expression instanceof Expr.Conversion conversion) {
      return new Expr.Literal(null, conversion.type());
    }
    if (expression instanceof Expr.Call call) {
      return new Expr.Call(
          call.function(),
          call.arguments().stream().map(EmptyCells::substitute).toList(),
          call.type(),
          call.place());
    }
    return expression;
  }
}
