package org.quadrille.cubes.exec;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Expr.Conversion.Form;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;

/**
 * The measures that tell whether a tuple of a query is empty. A calculated measure stands for the
 * stored ones in its formula, except where the formula looks at other members than the current
 * ones: then it may have a value where they have none, and stands for itself. One that uses a named
 * set or a calculated member of another hierarchy never does, since these may depend on what is
 * being computed.
 */
final class ShownMeasures {
  private final Hierarchy hierarchy;
  private final Set<Member> measures = new LinkedHashSet<>();
  private final Set<NamedSet> sets = new HashSet<>();

  private ShownMeasures(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  static List<Member> of(BoundQuery query) {
    ShownMeasures shown = new ShownMeasures(query.scope().cube().measuresHierarchy());
    query.axes().forEach(axis -> shown.visit(axis.set(), query));
    if (query.slicer() != null) {
      shown.visit(query.slicer(), query);
    }
    return List.copyOf(shown.measures);
  }

  private void visit(Expr expression, BoundQuery query) {
    if (expression instanceof Expr.MemberRef ref) {
      member(ref.member());
    } else if (expression instanceof Expr.SetRef ref && sets.add(ref.set())) {
      visit(ref.set().body(), query);
    } else if (expression instanceof Expr.Conversion conversion) {
      visit(conversion.operand(), query);
    } else if (expression instanceof Expr.HierarchyRef ref && ref.hierarchy() == hierarchy) {
      measures.addAll(query.scope().cube().measures());
    } else if (expression instanceof Expr.DimensionRef ref && ref.dimension().isMeasures()) {
      measures.addAll(query.scope().cube().measures());
    } else if (expression instanceof Expr.Call call
        && (call.type().kind() == org.quadrille.cubes.eval.Kind.SET || call.type().arity() > 0)) {
      call.arguments().stream()
          .filter(a -> !a.type().kind().isScalar())
          .forEach(a -> visit(a, query));
    }
  }

  private void member(Member member) {
    if (member instanceof MeasureMember) {
      measures.add(member);
    } else if (member instanceof CalculatedMember calculated
        && calculated.hierarchy() == hierarchy) {
      Formula formula = new Formula(hierarchy);
      formula.member(calculated);
      if (formula.looksElsewhere && !formula.mayRecur) {
        measures.add(calculated);
      } else {
        measures.addAll(formula.stored);
      }
    }
  }

  /** What a formula and those that it uses are made of. */
  private static final class Formula {
    private final Hierarchy hierarchy;
    private final Set<MeasureMember> stored = new LinkedHashSet<>();
    private final Set<Member> seen = new HashSet<>();
    private boolean looksElsewhere;
    private boolean mayRecur;

    Formula(Hierarchy hierarchy) {
      this.hierarchy = hierarchy;
    }

    void member(Member member) {
      if (member instanceof MeasureMember measure) {
        stored.add(measure);
      } else if (member instanceof CalculatedMember calculated && seen.add(calculated)) {
        mayRecur |= member.hierarchy() != hierarchy;
        visit((Expr) calculated.body());
      }
    }

    private void visit(Expr expression) {
      if (expression instanceof Expr.MemberRef ref) {
        member(ref.member());
      } else if (expression instanceof Expr.SetRef) {
        mayRecur = true;
      } else if (expression instanceof Expr.Conversion conversion) {
        looksElsewhere |= conversion.form() == Form.TO_VALUE && moves(conversion.operand());
        visit(conversion.operand());
      } else if (expression instanceof Expr.Call call) {
        looksElsewhere |=
            call.function().isForeign() || call.function().name().equalsIgnoreCase("ValidMeasure");
        call.arguments().forEach(this::visit);
      }
    }

    /** Whether a member or tuple is more than a measure. */
    private boolean moves(Expr expression) {
      return expression.type().hierarchies().stream().anyMatch(h -> h != hierarchy);
    }
  }
}
