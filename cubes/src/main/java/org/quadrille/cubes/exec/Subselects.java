package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery.BoundSubselect;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.eval.Visibility;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;

/**
 * Confines a query to its subselects, the innermost first: facts are those of the tuples of every
 * axis, members are seen that stand on the axes, above or below. Current members stay as they are.
 *
 * <p>The slicer of a subselect is what its axes are evaluated under, and confines as they do. A
 * measure on an axis is a matter of what is seen only.
 */
final class Subselects {
  private final Evaluation evaluation;
  private boolean nothing;

  Subselects(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Whether some set was empty, so that there are no facts at all. */
  boolean isNothing() {
    return nothing;
  }

  /**
   * Confines.
   *
   * @return whether all sets are known; else cells are missing that they depend on
   */
  boolean apply(List<BoundSubselect> innermostFirst) {
    for (BoundSubselect subselect : innermostFirst) {
      if (!apply(subselect)) {
        return false;
      }
    }
    return true;
  }

  private boolean apply(BoundSubselect subselect) {
    long before = evaluation.missing();
    int mark = evaluation.mark();
    List<TupleSet> sets = new ArrayList<>();
    TupleSet slicer = new Slicers(evaluation).apply(subselect.slicer());
    if (evaluation.missing() == before) {
      for (Expr set : subselect.sets()) {
        sets.add(evaluate(set));
      }
    }
    evaluation.restore(mark);
    if (evaluation.missing() > before) {
      return false;
    }
    List<Restriction> restrictions = new ArrayList<>();
    Visibility visible = Visibility.ALL;
    for (int i = 0; i < sets.size(); i++) {
      Type type = subselect.sets().get(i).type();
      visible = visible.and(confine(sets.get(i), type, true, restrictions));
    }
    if (subselect.slicer() != null) {
      visible = visible.and(confine(slicer, subselect.slicer().type(), false, restrictions));
    }
    evaluation.confine(restrictions, visible);
    return true;
  }

  private TupleSet evaluate(Expr set) {
    @Nullable Object value = set.evaluate(evaluation);
    return value == null
        ? TupleSet.empty(Math.max(1, set.type().arity()))
        : evaluation.navigation().visible((TupleSet) value);
  }

  /** Adds what restricts facts to a set and gives what is seen of it. */
  private Visibility confine(
      TupleSet set, Type type, boolean axis, List<Restriction> restrictions) {
    Visibility visible = Visibility.ALL;
    if (set.isEmpty()) {
      nothing = true;
      for (Hierarchy hierarchy : type.hierarchies()) {
        if (hierarchy != null && !hierarchy.isMeasures()) {
          visible = visible.and(Visibility.around(hierarchy, List.of()));
        }
      }
      return visible;
    }
    List<Integer> stored = new ArrayList<>();
    List<Set<Member>> members = new ArrayList<>();
    for (int i = 0; i < set.arity(); i++) {
      Hierarchy hierarchy = set.member(0, i).hierarchy();
      Set<Member> distinct = distinct(set, i);
      if (axis || !hierarchy.isMeasures()) {
        visible = visible.and(Visibility.around(hierarchy, distinct));
      }
      if (!hierarchy.isMeasures()) {
        stored.add(i);
        members.add(distinct);
      }
    }
    addRestrictions(set, stored, members, restrictions);
    return visible;
  }

  private static Set<Member> distinct(TupleSet set, int index) {
    Set<Member> distinct = new LinkedHashSet<>();
    for (int t = 0; t < set.size(); t++) {
      Member member = set.member(t, index);
      if (member instanceof CalculatedMember && !member.hierarchy().isMeasures()) {
        throw new EvaluationException(
            member.uniqueName() + " is calculated; a subselect takes stored members only");
      }
      distinct.add(member);
    }
    return distinct;
  }

  /** A set that is the product of its members is a restriction for each hierarchy. */
  private static void addRestrictions(
      TupleSet set, List<Integer> columns, List<Set<Member>> members, List<Restriction> added) {
    if (columns.isEmpty()) {
      return;
    }
    TupleSet.Builder builder = new TupleSet.Builder(columns.size(), set.size());
    for (int t = 0; t < set.size(); t++) {
      Member[] tuple = new Member[columns.size()];
      for (int i = 0; i < tuple.length; i++) {
        tuple[i] = set.member(t, columns.get(i));
      }
      builder.add(tuple);
    }
    Restriction together = Restriction.of(builder.build());
    long product = 1;
    for (Set<Member> each : members) {
      product *= each.size();
    }
    if (columns.size() == 1 || product != together.tuples().size()) {
      added.add(together);
      return;
    }
    for (Set<Member> each : members) {
      TupleSet.Builder single = new TupleSet.Builder(1, each.size());
      for (Member member : each) {
        single.add(new Member[] {member});
      }
      added.add(Restriction.of(single.build()));
    }
  }
}
