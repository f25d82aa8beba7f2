package org.quadrille.cubes.exec;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.bind.Scope;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Member;

/**
 * Evaluates what CELL PROPERTIES lists for each cell that has a value: the property of the current
 * member of highest solve order that defines it.
 */
final class CellProperties {
  /** What the cell itself has, without any formula. */
  private static final Set<String> OF_CELL =
      Set.of("VALUE", "FORMATTED_VALUE", "FORMAT_STRING", "CELL_ORDINAL");

  private static final String SOLVE_ORDER = "SOLVE_ORDER";

  private final Scope scope;
  private final Evaluation evaluation;
  private final List<TupleSet> axes;
  private final List<String> names;
  private final CellValues cells;
  private final @Nullable Object[][] found;

  private CellProperties(
      BoundQuery query, Evaluation evaluation, List<TupleSet> axes, CellValues cells) {
    this.scope = query.scope();
    this.evaluation = evaluation;
    this.axes = axes;
    this.cells = cells;
    this.names = names(query);
    this.found = new @Nullable Object[names.size()][cells.values().length];
  }

  /** The asked properties that formulas may define, in the order of the columns of the result. */
  static List<String> names(BoundQuery query) {
    return query.cellProperties().stream().filter(n -> !OF_CELL.contains(n)).toList();
  }

  /** For each of {@link #names} its values by ordinal of the cell. */
  static @Nullable Object[][] of(
      BoundQuery query, Evaluation evaluation, List<TupleSet> axes, CellValues cells) {
    CellProperties properties = new CellProperties(query, evaluation, axes, cells);
    if (!properties.names.isEmpty() && cells.values().length > 0) {
      properties.walk(axes.size() - 1, 0);
    }
    return properties.found;
  }

  private void walk(int axis, int base) {
    if (axis < 0) {
      cell(base);
      return;
    }
    int stride = 1;
    for (int i = 0; i < axis; i++) {
      stride *= axes.get(i).size();
    }
    int mark = evaluation.mark();
    for (int t = 0; t < axes.get(axis).size(); t++) {
      evaluation.checkAlive();
      evaluation.set(axes.get(axis), t);
      walk(axis - 1, base + t * stride);
      evaluation.restore(mark);
    }
  }

  private void cell(int ordinal) {
    if (cells.values()[ordinal] == null) {
      return;
    }
    @Nullable Member[] current = evaluation.members();
    for (int i = 0; i < found.length; i++) {
      found[i][ordinal] =
          names.get(i).equals(SOLVE_ORDER) ? solveOrder(current) : value(names.get(i), current);
    }
  }

  private static int solveOrder(@Nullable Member[] current) {
    boolean any = false;
    int highest = Integer.MIN_VALUE;
    for (Member member : current) {
      if (member instanceof CalculatedMember calculated) {
        any = true;
        highest = Math.max(highest, calculated.solveOrder());
      }
    }
    return any ? highest : 0;
  }

  private @Nullable Object value(String name, @Nullable Member[] current) {
    Expr chosen = null;
    int best = Integer.MIN_VALUE;
    for (Member member : current) {
      Expr own = member == null ? null : scope.property(member, name);
      int order = member instanceof CalculatedMember calculated ? calculated.solveOrder() : -1;
      if (own != null && (chosen == null || order > best)) {
        chosen = own;
        best = order;
      }
    }
    try {
      return chosen == null ? null : chosen.evaluate(evaluation);
    } catch (EvaluationException e) {
      return "#ERR: " + e.getMessage();
    }
  }
}
