package org.quadrille.cubes.function;

import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.mdx.MdxException;

/** Looks at branches that may not be taken, so that their cells are fetched in the same round. */
final class Branches {
  private Branches() {}

  /**
   * Evaluates an argument for the sake of the cells that it asks for. Whether it is wanted is not
   * known yet, so an error in it says nothing.
   */
  static void askFor(Arguments arguments, int index, Context context) {
    int mark = context.mark();
    try {
      arguments.value(index, context);
    } catch (EvaluationException | MdxException unwanted) {
      context.restore(mark);
    }
  }
}
