package org.quadrille.cubes.exec;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;

/**
 * The stored measures that a query mentions, directly or through formulas and sets: those that are
 * worth fetching together.
 */
final class QueryMeasures {
  private final Set<MeasureMember> measures = new LinkedHashSet<>();
  private final Set<Object> seen = new HashSet<>();
  private final Hierarchy hierarchy;
  private boolean all;

  private QueryMeasures(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  static Set<MeasureMember> of(BoundQuery query) {
    QueryMeasures collector = new QueryMeasures(query.scope().cube().measuresHierarchy());
    query.axes().forEach(a -> collector.visit(a.set()));
    if (query.slicer() != null) {
      collector.visit(query.slicer());
    }
    query.subselects().forEach(s -> s.sets().forEach(collector::visit));
    if (collector.all) {
      collector.measures.addAll(query.scope().cube().measures());
    }
    if (collector.measures.isEmpty()) {
      collector.member(
          query.scope().navigation().defaultMember(query.scope().cube().measuresHierarchy()));
    }
    return collector.measures;
  }

  /** Those that the formula of a member is made of. */
  static Set<MeasureMember> of(CalculatedMember member) {
    QueryMeasures collector = new QueryMeasures(member.hierarchy());
    collector.member(member);
    return collector.measures;
  }

  private void visit(Expr expression) {
    if (expression instanceof Expr.MemberRef ref) {
      member(ref.member());
    } else if (expression instanceof Expr.SetRef ref) {
      set(ref.set());
    } else if (expression instanceof Expr.Conversion conversion) {
      visit(conversion.operand());
    } else if (expression instanceof Expr.Call call) {
      call.arguments().forEach(this::visit);
    } else if (expression instanceof Expr.HierarchyRef ref) {
      all |= ref.hierarchy() == hierarchy;
    } else if (expression instanceof Expr.DimensionRef ref) {
      all |= ref.dimension().isMeasures();
    }
  }

  private void member(Member member) {
    if (member instanceof MeasureMember measure) {
      measures.add(measure);
    } else if (member instanceof CalculatedMember calculated && seen.add(calculated)) {
      visit((Expr) calculated.body());
    }
  }

  private void set(NamedSet set) {
    if (seen.add(set)) {
      visit(set.body());
    }
  }
}
