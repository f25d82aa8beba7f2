package org.quadrille.cubes.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionTable;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.mdx.Expression;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.MdxParser;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Computation;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;

/** Makes the scope of a cube: the schema's calculated members, named sets and parameters. */
public final class CubeScopes {
  private final Cube cube;
  private final Scope scope;

  private CubeScopes(Cube cube, FunctionTable functions) {
    this.cube = cube;
    this.scope = new Scope(cube, functions, new Navigation(cube));
  }

  /**
   * The scope of a cube.
   *
   * @throws MdxException if a formula of the schema is wrong
   */
  public static Scope of(Cube cube, FunctionTable functions) {
    CubeScopes scopes = new CubeScopes(cube, functions);
    scopes.defineSets();
    scopes.defineMembers();
    scopes.defineParameters();
    scopes.defineMeasureProperties();
    return scopes.scope;
  }

  /**
   * Formulas are bound when they are first needed, by whichever query; each by a binder of its own.
   */
  private Binder binder() {
    return new Binder(scope);
  }

  private FormulaBinder formulas() {
    return new FormulaBinder(binder());
  }

  private void defineSets() {
    List<org.quadrille.cubes.schema.NamedSet> sets = new ArrayList<>(cube.schema().namedSets());
    sets.addAll(cube.definition().namedSets());
    for (org.quadrille.cubes.schema.NamedSet set : sets) {
      scope.define(
          new NamedSet(
              set.name(),
              () -> binder().bind(MdxParser.parseExpression(set.formula()), Kind.SET),
              false));
    }
  }

  private void defineMembers() {
    for (org.quadrille.cubes.schema.CalculatedMember each : cube.definition().calculatedMembers()) {
      CalculatedMember member = member(each);
      cube.add(member);
      if (!each.visible() && !each.sourceCube().equals(cube.name())) {
        scope.conceal(member);
      }
    }
    for (CalculatedMember member : cube.calculatedMembers()) {
      try {
        member.body();
      } catch (MdxException e) {
        throw new MdxException(
            null,
            "the calculated member "
                + member.uniqueName()
                + " of cube "
                + cube
                + " is wrong: "
                + e.describe());
      }
    }
  }

  private CalculatedMember member(org.quadrille.cubes.schema.CalculatedMember source) {
    Expr owner = binder().bind(source.hierarchy());
    Expr hierarchy = Conversion.convert(owner, Kind.HIERARCHY);
    Hierarchy home = hierarchy == null ? null : hierarchy.type().hierarchy();
    if (home == null) {
      throw new MdxException(
          null, "there is no hierarchy " + source.hierarchy() + " (" + source.location() + ")");
    }
    return new CalculatedMember(
        home,
        parent(source.parent()),
        source.name(),
        source.caption(),
        solveOrder(source),
        source.visible(),
        () -> formulas().scalar(MdxParser.parseExpression(source.formula())),
        properties(source));
  }

  private @Nullable Member parent(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return binder().bind(name) instanceof Expr.MemberRef ref ? ref.member() : null;
  }

  private void defineMeasureProperties() {
    for (MeasureMember measure : cube.measures()) {
      measure
          .definition()
          .properties()
          .forEach(p -> scope.define(measure, p.name(), () -> value(p)));
    }
  }

  private Expr value(org.quadrille.cubes.schema.CalculatedMember.Property property) {
    return property.value() != null
        ? text(property.value())
        : formulas().scalar(MdxParser.parseExpression(String.valueOf(property.expression())));
  }

  private Map<String, Supplier<Computation>> properties(
      org.quadrille.cubes.schema.CalculatedMember source) {
    Map<String, Supplier<Computation>> properties = new LinkedHashMap<>();
    if (source.formatString() != null) {
      Expr format = text(source.formatString());
      properties.put("FORMAT_STRING", () -> format);
    }
    for (org.quadrille.cubes.schema.CalculatedMember.Property property : source.properties()) {
      String name = property.name().toUpperCase(Locale.ROOT);
      if (property.value() != null) {
        Expr value = text(property.value());
        properties.put(name, () -> value);
      } else {
        Expression parsed = MdxParser.parseExpression(String.valueOf(property.expression()));
        properties.put(name, () -> formulas().scalar(parsed));
      }
    }
    return properties;
  }

  private static Expr text(String value) {
    return new Expr.Literal(value, Type.of(Kind.STRING));
  }

  private static int solveOrder(org.quadrille.cubes.schema.CalculatedMember source) {
    for (org.quadrille.cubes.schema.CalculatedMember.Property property : source.properties()) {
      if (property.name().equalsIgnoreCase("SOLVE_ORDER")) {
        String text = property.value() == null ? property.expression() : property.value();
        try {
          return Integer.parseInt(String.valueOf(text).trim());
        } catch (NumberFormatException e) {
          throw new MdxException(
              null, "SOLVE_ORDER must be a whole number (" + property.location() + ")");
        }
      }
    }
    return 0;
  }

  private void defineParameters() {
    for (org.quadrille.cubes.schema.Parameter parameter : cube.schema().parameters()) {
      Expr value =
          parameter.defaultValue() == null
              ? new Expr.Literal(null, Type.of(Kind.NULL))
              : binder().bind(parameter.defaultValue());
      scope.defineParameter(parameter.name(), value);
    }
  }
}
