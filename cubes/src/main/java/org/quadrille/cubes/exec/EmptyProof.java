package org.quadrille.cubes.exec;

import java.util.HashSet;
import java.util.Set;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Member;

/**
 * Whether the calculated measures of a query are empty wherever the stored measures are: their
 * formulas look at measures of the same cell only, and give nothing when all those are empty.
 */
final class EmptyProof {
  private final Set<Object> seen = new HashSet<>();

  /** Whether that is so for all calculated members that the query mentions on axes and slicer. */
  boolean holds(BoundQuery query) {
    for (BoundQuery.BoundAxis axis : query.axes()) {
      if (!visit(axis.set())) {
        return false;
      }
    }
    return query.slicer() == null || visit(query.slicer());
  }

  /** Looks for calculated members that stand on an axis. */
  private boolean visit(Expr expression) {
    if (expression instanceof Expr.MemberRef ref) {
      return member(ref.member());
    }
    if (expression instanceof Expr.SetRef ref) {
      return set(ref.set());
    }
    if (expression instanceof Expr.Conversion conversion) {
      return conversion.form() == Expr.Conversion.Form.TO_VALUE || visit(conversion.operand());
    }
    if (expression instanceof Expr.Call call) {
      if (call.function().name().equalsIgnoreCase("AllMembers")
          || call.function().name().equalsIgnoreCase("AddCalculatedMembers")) {
        return false;
      }
      return call.arguments().stream().allMatch(this::visit);
    }
    return true;
  }

  private boolean set(NamedSet set) {
    return !seen.add(set) || visit(set.body());
  }

  private boolean member(Member member) {
    if (!(member instanceof CalculatedMember calculated) || !seen.add(calculated)) {
      return true;
    }
    if (!calculated.hierarchy().isMeasures()) {
      return false;
    }
    Expr body = (Expr) calculated.body();
    return staysInCell(body) && EmptyCells.isEmpty(body);
  }

  /** Whether an expression looks at measures of the current cell and at nothing else. */
  private boolean staysInCell(Expr expression) {
    if (expression instanceof Expr.Literal) {
      return true;
    }
    if (expression instanceof Expr.Conversion conversion) {
      return conversion.form() == Expr.Conversion.Form.TO_VALUE
          && conversion.operand() instanceof Expr.MemberRef ref
          && ref.member().hierarchy().isMeasures()
          && member(ref.member());
    }
    return expression instanceof Expr.Call call
        && call.type().kind().isScalar()
        && !call.function().isForeign()
        && !call.function().name().equalsIgnoreCase("ValidMeasure")
        && !call.arguments().isEmpty()
        && call.arguments().stream().allMatch(this::staysInCell);
  }
}
