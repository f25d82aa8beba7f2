package org.quadrille.cubes.bind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.mdx.Expression;
import org.quadrille.cubes.mdx.Formula;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Computation;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Member;

/** Makes calculated members and named sets of formulas; their bodies are bound when needed. */
public final class FormulaBinder {
  private final Binder binder;

  /** Makes them in the scope of that binder. */
  public FormulaBinder(Binder binder) {
    this.binder = binder;
  }

  /** A named set. */
  public NamedSet namedSet(Formula.SetFormula formula) {
    List<Segment> segments = formula.name().segments();
    if (segments.size() != 1 || !(segments.get(0) instanceof Segment.Name name)) {
      throw new MdxException(
          formula.name().place(), "the name of a set has one part: " + formula.name().toMdx());
    }
    return new NamedSet(name.name(), () -> set(formula), false);
  }

  private Expr set(Formula.SetFormula formula) {
    Expr bound = binder.bind(formula.body());
    if (bound.type().kind() != Kind.SET) {
      throw new MdxException(
          formula.body().place(),
          "the set "
              + formula.name().toMdx()
              + " is a "
              + bound.type().kind().label().toLowerCase(Locale.ROOT)
              + "; put it in braces");
    }
    return bound;
  }

  /** A calculated member. */
  public CalculatedMember calculatedMember(Formula.MemberFormula formula) {
    List<Segment> segments = formula.name().segments();
    if (segments.size() < 2 || !(segments.get(segments.size() - 1) instanceof Segment.Name name)) {
      throw new MdxException(
          formula.name().place(),
          "the name of a calculated member begins with its hierarchy, as in [Measures]."
              + formula.name().toMdx());
    }
    Expr above = binder.lookUp(segments.subList(0, segments.size() - 1));
    Hierarchy hierarchy = hierarchyOf(above);
    if (above == null || hierarchy == null) {
      throw new MdxException(
          formula.name().place(),
          "there is no hierarchy or member to put " + formula.name().toMdx() + " under");
    }
    Member parent = above instanceof Expr.MemberRef ref ? ref.member() : null;
    if (parent != null && parent.isCalculated()) {
      throw new MdxException(
          formula.name().place(),
          parent.uniqueName() + " is calculated and cannot be the parent of another member");
    }
    Map<String, Supplier<Computation>> properties = properties(formula);
    return new CalculatedMember(
        hierarchy,
        parent,
        name.name(),
        caption(formula),
        solveOrder(formula),
        true,
        () -> scalar(formula.body()),
        properties);
  }

  private static @Nullable Hierarchy hierarchyOf(@Nullable Expr above) {
    if (above instanceof Expr.DimensionRef ref) {
      return ref.dimension().hierarchies().get(0);
    }
    if (above instanceof Expr.HierarchyRef ref) {
      return ref.hierarchy();
    }
    if (above instanceof Expr.LevelRef ref) {
      return ref.level().hierarchy();
    }
    return above instanceof Expr.MemberRef ref ? ref.member().hierarchy() : null;
  }

  /** Binds the body of a calculated member. */
  Expr scalar(Expression body) {
    Expr bound = binder.bindScalar(body);
    if (bound.type().kind().isScalar()) {
      return bound;
    }
    if (Conversion.cost(bound.type().kind(), Kind.VALUE) == Conversion.IMPOSSIBLE) {
      throw new MdxException(
          body.place(),
          "a calculated member needs a value, but its formula is a "
              + bound.type().kind().label().toLowerCase(Locale.ROOT));
    }
    return Binder.convert(bound, Kind.VALUE, body.place());
  }

  private Map<String, Supplier<Computation>> properties(Formula.MemberFormula formula) {
    Map<String, Supplier<Computation>> properties = new LinkedHashMap<>();
    for (Formula.PropertyValue property : formula.properties()) {
      if (property.name().toUpperCase(Locale.ROOT).startsWith("CELL_FORMATTER")) {
        throw new MdxException(
            property.place(), "formatters written as code are not supported; use FORMAT_STRING");
      }
      properties.put(property.name().toUpperCase(Locale.ROOT), () -> scalar(property.value()));
    }
    return properties;
  }

  private @Nullable String caption(Formula.MemberFormula formula) {
    for (Formula.PropertyValue property : formula.properties()) {
      boolean names =
          property.name().equalsIgnoreCase("CAPTION")
              || property.name().equalsIgnoreCase("MEMBER_CAPTION")
              || property.name().equalsIgnoreCase("$caption");
      if (names && property.value() instanceof Expression.StringLiteral text) {
        return text.value();
      }
    }
    return null;
  }

  private int solveOrder(Formula.MemberFormula formula) {
    for (Formula.PropertyValue property : formula.properties()) {
      if (property.name().equalsIgnoreCase("SOLVE_ORDER")) {
        Expression value = property.value();
        int sign = 1;
        if (value instanceof Expression.Call call
            && call.name().equals("-")
            && call.arguments().size() == 1) {
          value = call.arguments().get(0);
          sign = -1;
        }
        if (value instanceof Expression.NumberLiteral number) {
          return sign * number.value().intValue();
        }
        throw new MdxException(property.place(), "SOLVE_ORDER must be a whole number");
      }
    }
    return 0;
  }
}
