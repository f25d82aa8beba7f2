package org.quadrille.cubes.bind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery.BoundAxis;
import org.quadrille.cubes.bind.BoundQuery.BoundSubselect;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.mdx.Axis;
import org.quadrille.cubes.mdx.Expression;
import org.quadrille.cubes.mdx.Formula;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.mdx.Statement.Select;
import org.quadrille.cubes.mdx.Statement.Subselect;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Hierarchy;

/** Binds queries: definitions first, then axes and slicer. */
public final class QueryBinder {
  private final Scope scope;
  private final Binder binder;

  /**
   * Binds in that scope, which takes up the query's definitions.
   *
   * @param scope made for this query alone
   */
  public QueryBinder(Scope scope) {
    this.scope = scope;
    this.binder = new Binder(scope);
  }

  /** Binds a query. */
  public BoundQuery bind(Select select) {
    define(select.formulas());
    List<BoundAxis> axes = new ArrayList<>();
    for (Axis axis : select.axes()) {
      axes.add(bindAxis(axis));
    }
    axes.sort(Comparator.comparingInt(BoundAxis::ordinal));
    checkOrdinals(axes, select);
    Expr slicer = select.slicer() == null ? null : bindSlicer(select.slicer());
    checkHierarchies(axes, slicer, select);
    List<BoundSubselect> subselects = new ArrayList<>();
    addSubselects(select, subselects);
    return new BoundQuery(
        scope,
        axes,
        slicer,
        subselects,
        new AskedProperties(scope).ofCells(select.cellProperties()));
  }

  /** Takes up definitions, so that each sees all. */
  public void define(List<Formula> formulas) {
    List<CalculatedMember> members = new ArrayList<>();
    List<NamedSet> sets = new ArrayList<>();
    for (Formula formula : formulas) {
      if (formula instanceof Formula.SetFormula set) {
        NamedSet named = new FormulaBinder(binder).namedSet(set);
        scope.define(named);
        sets.add(named);
      }
    }
    for (Formula formula : formulas) {
      if (formula instanceof Formula.MemberFormula member) {
        CalculatedMember calculated = new FormulaBinder(binder).calculatedMember(member);
        scope.define(calculated);
        members.add(calculated);
      }
    }
    sets.forEach(NamedSet::body);
    for (CalculatedMember member : members) {
      member.body();
      member.properties().keySet().forEach(member::property);
    }
  }

  private BoundAxis bindAxis(Axis axis) {
    Expr set = binder.bind(axis.set());
    if (set.type().kind() != Kind.SET) {
      if (Conversion.cost(set.type().kind(), Kind.SET) == Conversion.IMPOSSIBLE) {
        throw new MdxException(
            axis.set().place(),
            "an axis shows a set, but this is a "
                + set.type().kind().label().toLowerCase(java.util.Locale.ROOT));
      }
      set = Binder.convert(set, Kind.SET, axis.set().place());
    }
    return new BoundAxis(
        set,
        axis.nonEmpty(),
        axis.ordinal(),
        new AskedProperties(scope).ofMembers(axis.properties(), set.type()));
  }

  private static void checkOrdinals(List<BoundAxis> axes, Select select) {
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i).ordinal() != i) {
        throw new MdxException(
            select.place(),
            i > 0 && axes.get(i).ordinal() == axes.get(i - 1).ordinal()
                ? "axis " + axes.get(i).ordinal() + " is given twice"
                : "axis " + axes.get(i).ordinal() + " is given, but axis " + i + " is not");
      }
    }
  }

  private Expr bindSlicer(Expression slicer) {
    Expr bound = binder.bind(slicer);
    if (Conversion.cost(bound.type().kind(), Kind.SET) == Conversion.IMPOSSIBLE) {
      throw new MdxException(slicer.place(), "WHERE takes a member, a tuple or a set");
    }
    return Binder.convert(bound, Kind.SET, slicer.place());
  }

  private static void checkHierarchies(List<BoundAxis> axes, @Nullable Expr slicer, Select select) {
    Map<Hierarchy, String> used = new HashMap<>();
    for (BoundAxis axis : axes) {
      note(used, axis.set(), "axis " + axis.ordinal(), select);
    }
    if (slicer != null) {
      note(used, slicer, "the slicer", select);
    }
  }

  private static void note(Map<Hierarchy, String> used, Expr set, String where, Select select) {
    Set<Hierarchy> own = new HashSet<>();
    for (Hierarchy hierarchy : set.type().hierarchies()) {
      if (hierarchy == null) {
        continue;
      }
      if (!own.add(hierarchy)) {
        throw new MdxException(
            select.place(),
            "tuples of "
                + where
                + " have more than one member of hierarchy "
                + hierarchy.uniqueName());
      }
      String before = used.put(hierarchy, where);
      if (before != null) {
        throw new MdxException(
            select.place(),
            "hierarchy " + hierarchy.uniqueName() + " stands on " + before + " and on " + where);
      }
    }
  }

  private void addSubselects(Select select, List<BoundSubselect> innermostFirst) {
    if (!(select.source() instanceof Subselect subselect)) {
      return;
    }
    Select inner = subselect.query();
    addSubselects(inner, innermostFirst);
    if (!inner.formulas().isEmpty()) {
      throw new MdxException(inner.place(), "WITH stands before the outermost SELECT only");
    }
    List<BoundAxis> axes = new ArrayList<>();
    for (Axis axis : inner.axes()) {
      if (axis.nonEmpty()) {
        throw new MdxException(
            axis.set().place(), "a subselect takes no NON EMPTY; use the function NonEmpty");
      }
      axes.add(bindAxis(axis));
    }
    Expr slicer = inner.slicer() == null ? null : bindSlicer(inner.slicer());
    checkHierarchies(axes, slicer, inner);
    innermostFirst.add(new BoundSubselect(axes.stream().map(BoundAxis::set).toList(), slicer));
  }

  /** The name of the cube that a query reads, however deep its subselects. */
  public static String cubeName(Select select) {
    if (select.source() instanceof Subselect subselect) {
      return cubeName(subselect.query());
    }
    Expression.Identifier name =
        ((org.quadrille.cubes.mdx.Statement.CubeSource) select.source()).name();
    Segment segment = name.segments().get(name.segments().size() - 1);
    return segment instanceof Segment.Name n ? n.name() : segment.toMdx();
  }
}
