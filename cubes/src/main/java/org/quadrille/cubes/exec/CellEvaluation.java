package org.quadrille.cubes.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.mdx.MdxException;

/** Evaluates the cell at every position of the axes. */
final class CellEvaluation {
  /** Cells that one answer may have. */
  private static final long LIMIT = 20_000_000;

  private final Evaluation evaluation;
  private final List<TupleSet> axes;
  private final Deadline deadline;
  private final @Nullable Object[] values;
  private final @Nullable String[] formats;

  CellEvaluation(Evaluation evaluation, List<TupleSet> axes, Deadline deadline) {
    this.evaluation = evaluation;
    this.axes = axes;
    this.deadline = deadline;
    long product = 1;
    for (TupleSet axis : axes) {
      product *= axis.size();
      if (product > LIMIT) {
        throw new MdxException(
            null,
            "the answer would have more than "
                + LIMIT
                + " cells; narrow an axis or put NON EMPTY before it");
      }
    }
    values = new @Nullable Object[(int) product];
    formats = new @Nullable String[(int) product];
  }

  /**
   * Evaluates.
   *
   * @param nothing whether the slicer is empty, so that all cells are
   */
  CellValues run(boolean nothing) {
    if (!nothing && values.length > 0) {
      walk(axes.size() - 1, 0);
    }
    return new CellValues(values, formats);
  }

  /** Walks the last axis slowest, so that cells come in the order of their ordinals. */
  private void walk(int axis, int base) {
    if (axis < 0) {
      cell(base);
      return;
    }
    TupleSet tuples = axes.get(axis);
    int stride = 1;
    for (int i = 0; i < axis; i++) {
      stride *= axes.get(i).size();
    }
    int mark = evaluation.mark();
    for (int t = 0; t < tuples.size(); t++) {
      deadline.check();
      evaluation.set(tuples, t);
      walk(axis - 1, base + t * stride);
      evaluation.restore(mark);
    }
  }

  private void cell(int ordinal) {
    try {
      Object value = evaluation.value();
      values[ordinal] = value;
      if (value != null || evaluation.mayFormatEmpty()) {
        formats[ordinal] = evaluation.formatString(value);
      }
    } catch (EvaluationException e) {
      values[ordinal] = new CellValues.Error(e.getMessage());
    } catch (StackOverflowError e) {
      values[ordinal] =
          new CellValues.Error("the formula refers to itself or is nested too deeply");
    }
  }
}
