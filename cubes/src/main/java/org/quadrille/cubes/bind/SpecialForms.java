package org.quadrille.cubes.bind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.mdx.Expression;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.Place;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.model.Hierarchy;

/** What is not a function with a signature: tuples, braces, CASE, CAST, AS, parameters. */
final class SpecialForms {
  private final Scope scope;
  private final Binder binder;

  SpecialForms(Scope scope, Binder binder) {
    this.scope = scope;
    this.binder = binder;
  }

  /** The call if it is one of the special forms, else null. */
  @Nullable Expr bind(Expression.Call call) {
    return switch (call.syntax()) {
      case BRACES -> braces(call);
      case PARENTHESES -> parentheses(call);
      case CASE -> caseOf(call);
      case CAST -> cast(call);
      case INFIX -> call.name().equalsIgnoreCase("AS") ? alias(call) : null;
      case FUNCTION -> function(call);
      case PROPERTY, METHOD, PREFIX, POSTFIX -> null;
    };
  }

  private @Nullable Expr function(Expression.Call call) {
    return switch (call.name().toUpperCase(Locale.ROOT)) {
      case "PARAMETER" -> parameter(call);
      case "PARAMREF" -> parameterReference(call);
      case "DIMENSIONS" -> dimensions(call);
      default -> null;
    };
  }

  private Expr braces(Expression.Call call) {
    List<Expr> parts = new ArrayList<>();
    Type type = null;
    for (Expression argument : call.arguments()) {
      Expr part = Binder.convert(binder.bindPart(argument), Kind.SET, argument.place());
      if (part.type().arity() == 0) {
        parts.add(part);
        continue;
      }
      if (type == null || type.hierarchies().contains(null)) {
        type = part.type();
      } else if (!Binder.sameHierarchies(type, part.type())) {
        throw new MdxException(
            argument.place(),
            "all members of a set must be of the same hierarchies: this is of "
                + Binder.hierarchies(part.type())
                + ", those before of "
                + Binder.hierarchies(type));
      }
      parts.add(part);
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return call(
        SpecialBodies.BRACES,
        "{}",
        Syntax.BRACES,
        parts,
        type == null ? Type.of(Kind.SET) : type.as(Kind.SET),
        call.place());
  }

  private Expr parentheses(Expression.Call call) {
    if (call.arguments().size() == 1) {
      Expr only = binder.bind(call.arguments().get(0));
      return switch (only.type().kind()) {
        case DIMENSION, HIERARCHY -> Binder.convert(only, Kind.MEMBER, call.place());
        default -> only;
      };
    }
    List<Expr> parts = new ArrayList<>();
    boolean anySet = false;
    for (Expression argument : call.arguments()) {
      Expr part = binder.bindPart(argument);
      anySet |= part.type().kind() == Kind.SET;
      parts.add(part);
    }
    List<Expr> converted = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Place place = call.arguments().get(i).place();
      Kind kind = parts.get(i).type().kind();
      Kind wanted = anySet ? Kind.SET : kind == Kind.TUPLE ? Kind.TUPLE : Kind.MEMBER;
      if (!anySet && kind == Kind.LEVEL) {
        throw new MdxException(place, "a tuple is made of members, but this is a level");
      }
      converted.add(Binder.convert(parts.get(i), wanted, place));
    }
    Type type = Typings.JOINED.apply(anySet ? Kind.SET : Kind.TUPLE, converted);
    checkDistinct(type, call.place());
    return call(
        anySet ? SpecialBodies.CROSSJOIN : SpecialBodies.TUPLE,
        "()",
        Syntax.PARENTHESES,
        converted,
        type,
        call.place());
  }

  static void checkDistinct(Type type, Place place) {
    Set<Hierarchy> seen = new HashSet<>();
    for (Hierarchy hierarchy : type.hierarchies()) {
      if (hierarchy != null && !seen.add(hierarchy)) {
        throw new MdxException(
            place, "a tuple has more than one member of hierarchy " + hierarchy.uniqueName());
      }
    }
  }

  private static Expr call(
      FunctionDefinition.Body body,
      String name,
      Syntax syntax,
      List<Expr> arguments,
      Type type,
      Place place) {
    FunctionDefinition definition =
        new FunctionDefinition(
            name, syntax, type.kind(), List.of(), false, Typings.FIRST, body, name, "", "");
    return new Expr.Call(definition, arguments, type, place);
  }

  private Expr caseOf(Expression.Call call) {
    List<Expr> arguments = new ArrayList<>();
    boolean match = call.name().equals("_CaseMatch");
    int first = match ? 1 : 0;
    if (match) {
      arguments.add(scalar(call.arguments().get(0)));
    }
    List<Expr> results = new ArrayList<>();
    for (int i = first; i < call.arguments().size(); i++) {
      Expression argument = call.arguments().get(i);
      boolean isCondition = (i - first) % 2 == 0 && i + 1 < call.arguments().size();
      if (isCondition) {
        arguments.add(match ? scalar(argument) : binder.bind(argument, Kind.LOGICAL));
      } else {
        Expr result = binder.bind(argument);
        results.add(result);
        arguments.add(result);
      }
    }
    Kind kind = common(results);
    for (int i = 0; i < arguments.size(); i++) {
      if (results.contains(arguments.get(i))) {
        arguments.set(i, Binder.convert(arguments.get(i), kind, call.place()));
      }
    }
    Type type =
        results.stream()
            .map(Expr::type)
            .filter(t -> t.arity() > 0)
            .findFirst()
            .filter(t -> !kind.isScalar())
            .map(t -> t.as(kind))
            .orElse(Type.of(kind));
    return call(
        match ? SpecialBodies.CASE_MATCH : SpecialBodies.CASE_TEST,
        call.name(),
        Syntax.CASE,
        arguments,
        type,
        call.place());
  }

  private Expr scalar(Expression argument) {
    Expr bound = binder.bind(argument);
    return bound.type().kind().isScalar()
        ? bound
        : Binder.convert(bound, Kind.VALUE, argument.place());
  }

  /** The kind that all results of a CASE can have. */
  private static Kind common(List<Expr> results) {
    Set<Kind> kinds = new HashSet<>();
    for (Expr result : results) {
      if (result.type().kind() != Kind.NULL) {
        kinds.add(result.type().kind());
      }
    }
    if (kinds.size() == 1) {
      return kinds.iterator().next();
    }
    for (Kind kind : List.of(Kind.MEMBER, Kind.TUPLE, Kind.SET)) {
      boolean fits =
          !kinds.isEmpty()
              && kinds.stream().allMatch(k -> Conversion.cost(k, kind) != Conversion.IMPOSSIBLE);
      if (fits) {
        return kind;
      }
    }
    return Kind.VALUE;
  }

  private Expr cast(Expression.Call call) {
    Expr operand = scalar(call.arguments().get(0));
    String word = ((Expression.Identifier) call.arguments().get(1)).toMdx();
    Kind kind =
        switch (word.replace("[", "").replace("]", "").toUpperCase(Locale.ROOT)) {
          case "STRING" -> Kind.STRING;
          case "NUMERIC" -> Kind.NUMERIC;
          case "INTEGER" -> Kind.INTEGER;
          case "BOOLEAN", "LOGICAL" -> Kind.LOGICAL;
          case "DATE", "TIME", "TIMESTAMP", "DATETIME" -> Kind.DATETIME;
          default ->
              throw new MdxException(
                  call.arguments().get(1).place(),
                  "there is no type "
                      + word
                      + "; CAST knows STRING, NUMERIC, INTEGER, BOOLEAN, DATE, TIMESTAMP");
        };
    return call(
        SpecialBodies.cast(kind),
        "Cast",
        Syntax.CAST,
        List.of(operand),
        Type.of(kind),
        call.place());
  }

  private Expr alias(Expression.Call call) {
    Expr set = binder.bind(call.arguments().get(0), Kind.SET);
    if (!(call.arguments().get(1) instanceof Expression.Identifier identifier)
        || identifier.segments().size() != 1
        || !(identifier.segments().get(0) instanceof Segment.Name name)) {
      throw new MdxException(call.place(), "after AS stands one name");
    }
    NamedSet named = new NamedSet(name.name(), () -> set, true);
    scope.define(named);
    return new Expr.SetRef(named);
  }

  /** Dimensions("name") and Dimensions(n): a hierarchy that is known when the query is bound. */
  private Expr dimensions(Expression.Call call) {
    Expression argument = call.arguments().size() == 1 ? call.arguments().get(0) : null;
    List<Hierarchy> hierarchies =
        scope.cube().hierarchies().stream().filter(scope.navigation().rights()::isVisible).toList();
    if (argument instanceof Expression.NumberLiteral number) {
      int index = number.value().intValue();
      if (index >= 0 && index < hierarchies.size()) {
        return new Expr.HierarchyRef(hierarchies.get(index));
      }
      throw new MdxException(
          argument.place(),
          "there is no hierarchy number "
              + index
              + "; this cube has 0 to "
              + (hierarchies.size() - 1));
    }
    if (argument instanceof Expression.StringLiteral string) {
      Expr named = binder.bind(string.value());
      return Binder.convert(named, Kind.HIERARCHY, argument.place());
    }
    throw new MdxException(
        call.place(), "Dimensions takes the name or the number of a hierarchy as a literal");
  }

  private Expr parameter(Expression.Call call) {
    List<Expression> arguments = call.arguments();
    if (arguments.size() < 3 || arguments.size() > 4) {
      throw new MdxException(
          call.place(), "Parameter takes a name, a type, a default value and a description");
    }
    String name = literalText(arguments.get(0), "the name of a parameter");
    if (arguments.size() == 4) {
      literalText(arguments.get(3), "the description of a parameter");
    }
    Expr given = scope.parameter(name);
    Expr value = typed(name, arguments.get(1), arguments.get(2));
    if (given != null && !given.equals(value)) {
      throw new MdxException(
          call.place(), "parameter '" + name + "' is defined more than once in this statement");
    }
    scope.defineParameter(name, value);
    return value;
  }

  private Expr typed(String name, Expression type, Expression value) {
    if (type instanceof Expression.Identifier identifier
        && identifier.segments().size() == 1
        && identifier.segments().get(0) instanceof Segment.Name word
        && !word.quoted()) {
      String upper = word.name().toUpperCase(Locale.ROOT);
      if (upper.equals("NUMERIC") || upper.equals("STRING")) {
        Expr bound = scalar(value);
        Kind wanted = Kind.valueOf(upper);
        if (Conversion.cost(bound.type().kind(), wanted) == Conversion.IMPOSSIBLE) {
          throw new MdxException(
              value.place(),
              "the default value of parameter '"
                  + name
                  + "' is not a "
                  + upper.toLowerCase(Locale.ROOT));
        }
        return bound;
      }
    }
    Expr hierarchy = type instanceof Expression.Identifier ? binder.bind(type) : null;
    if (hierarchy == null || !isHierarchy(hierarchy)) {
      throw new MdxException(
          type.place(),
          "the type of parameter '"
              + name
              + "' must be NUMERIC, STRING, or a dimension, hierarchy or level");
    }
    return memberParameter(name, hierarchy, value);
  }

  private static boolean isHierarchy(Expr expr) {
    return expr instanceof Expr.DimensionRef
        || expr instanceof Expr.HierarchyRef
        || expr instanceof Expr.LevelRef;
  }

  private Expr memberParameter(String name, Expr type, Expression value) {
    Expr bound = binder.bind(value);
    Kind kind = bound.type().kind() == Kind.SET ? Kind.SET : Kind.MEMBER;
    Expr member = Binder.convert(bound, kind, value.place());
    Hierarchy wanted = Binder.convert(type, Kind.HIERARCHY, value.place()).type().hierarchy();
    Hierarchy given = member.type().hierarchy();
    boolean wrongHierarchy = given != null && wanted != null && given != wanted;
    boolean wrongLevel =
        type instanceof Expr.LevelRef level
            && member instanceof Expr.MemberRef ref
            && ref.member().level() != level.level();
    if (wrongHierarchy || wrongLevel) {
      throw new MdxException(
          value.place(), "the default value of parameter '" + name + "' is not of its type");
    }
    return member;
  }

  private Expr parameterReference(Expression.Call call) {
    if (call.arguments().size() != 1) {
      throw new MdxException(call.place(), "ParamRef takes the name of a parameter");
    }
    String name = literalText(call.arguments().get(0), "the name of a parameter");
    Expr value = scope.parameter(name);
    return value == null ? laterParameter(name, call.place()) : value;
  }

  /** A parameter that the statement defines further on, or not at all. */
  private Expr laterParameter(String name, Place place) {
    FunctionDefinition.Body body =
        (arguments, context) -> {
          Expr value = scope.parameter(name);
          if (value == null) {
            throw new EvaluationException("there is no parameter '" + name + "'");
          }
          return value.evaluate(context);
        };
    return call(body, "ParamRef", Syntax.FUNCTION, List.of(), Type.of(Kind.VALUE), place);
  }

  private static String literalText(Expression expression, String what) {
    if (expression instanceof Expression.StringLiteral string) {
      return string.value();
    }
    throw new MdxException(expression.place(), what + " must be a string literal");
  }
}
