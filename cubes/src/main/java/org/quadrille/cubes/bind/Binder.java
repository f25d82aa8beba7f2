package org.quadrille.cubes.bind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.mdx.Expression;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.MdxParser;
import org.quadrille.cubes.mdx.Place;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.schema.SchemaFault;

/** Binds expressions in a scope. */
public final class Binder {
  private static final Set<String> SYMBOLS =
      Set.of(
          "ASC",
          "DESC",
          "BASC",
          "BDESC",
          "SELF",
          "AFTER",
          "BEFORE",
          "BEFORE_AND_AFTER",
          "SELF_AND_AFTER",
          "SELF_AND_BEFORE",
          "SELF_BEFORE_AFTER",
          "LEAVES",
          "PRE",
          "POST",
          "ALL",
          "DISTINCT",
          "RECURSIVE",
          "INCLUDEEMPTY",
          "EXCLUDEEMPTY",
          "NUMERIC",
          "STRING",
          "EXACT",
          "TYPED");

  private final Scope scope;
  private final NameResolver names;
  private final SpecialForms forms;
  private boolean scalarWanted;

  /** Binds in that scope. */
  public Binder(Scope scope) {
    this.scope = scope;
    this.names = new NameResolver(scope);
    this.forms = new SpecialForms(scope, this);
  }

  /** Binds where a value is wanted, so that {@code *} between members multiplies their values. */
  Expr bindScalar(Expression expression) {
    return withWish(true, () -> bind(expression));
  }

  /** Binds a part of a tuple or set, where {@code *} between members makes a set. */
  Expr bindPart(Expression expression) {
    return withWish(false, () -> bind(expression));
  }

  private <T> T withWish(boolean wish, java.util.function.Supplier<T> work) {
    boolean before = scalarWanted;
    scalarWanted = wish;
    try {
      return work.get();
    } finally {
      scalarWanted = before;
    }
  }

  /** Binds text; places in errors are those in the text. */
  public Expr bind(String mdx) {
    return bind(MdxParser.parseExpression(mdx));
  }

  /** Binds an expression to a kind, converting it where needed. */
  public Expr bind(Expression expression, Kind kind) {
    return convert(bind(expression), kind, expression.place());
  }

  /** Converts a bound expression to a kind. */
  static Expr convert(Expr bound, Kind kind, Place place) {
    Expr converted = Conversion.convert(bound, kind);
    if (converted == null) {
      throw new MdxException(
          place,
          "expected a "
              + kind.label().toLowerCase(Locale.ROOT)
              + " here, but this is a "
              + bound.type().kind().label().toLowerCase(Locale.ROOT));
    }
    return converted;
  }

  /** Binds an expression. */
  public Expr bind(Expression expression) {
    if (expression instanceof Expression.NumberLiteral number) {
      return new Expr.Literal(literal(number.value()), Type.of(Kind.NUMERIC));
    }
    if (expression instanceof Expression.StringLiteral string) {
      return new Expr.Literal(string.value(), Type.of(Kind.STRING));
    }
    if (expression instanceof Expression.NullLiteral) {
      return new Expr.Literal(null, Type.of(Kind.NULL));
    }
    if (expression instanceof Expression.Omitted) {
      return new Expr.Literal(null, Type.of(Kind.EMPTY));
    }
    if (expression instanceof Expression.Identifier identifier) {
      return bindIdentifier(identifier);
    }
    return bindCall((Expression.Call) expression);
  }

  private static Number literal(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 9) {
      return stripped.intValueExact();
    }
    return value.scale() <= 0 ? value.doubleValue() : value;
  }

  private Expr bindIdentifier(Expression.Identifier identifier) {
    List<Segment> segments = identifier.segments();
    NamedSet set = segments.get(0) instanceof Segment.Name name ? scope.set(name.name()) : null;
    if (set != null && (segments.size() == 1 || scope.cube().dimension(set.name()) == null)) {
      return properties(new Expr.SetRef(set), segments, 1);
    }
    NameResolver.Found found = names.resolve(segments);
    if (found == null) {
      throw unknown(identifier);
    }
    if (found.consumed() < segments.size() && isUnknownMember(found, segments)) {
      throw unknown(identifier);
    }
    return properties(found.object(), segments, found.consumed());
  }

  /** Whether what follows the object is no property of any kind. */
  private boolean isUnknownMember(NameResolver.Found found, List<Segment> segments) {
    return !(segments.get(found.consumed()) instanceof Segment.Name name)
        || scope.functions().find(name.name(), Syntax.PROPERTY).isEmpty();
  }

  private MdxException unknown(Expression.Identifier identifier) {
    Segment last = identifier.segments().get(identifier.segments().size() - 1);
    String hint = "";
    if (last instanceof Segment.Name name && !name.quoted() && identifier.segments().size() > 1) {
      hint = Names.didYouMean(name.name(), scope.functions().names(Syntax.PROPERTY));
    } else if (identifier.segments().size() == 1 && last instanceof Segment.Name name) {
      hint =
          Names.didYouMean(
              name.name(),
              scope.cube().dimensions().stream()
                  .filter(scope.navigation().rights()::isVisible)
                  .map(d -> d.name())
                  .toList());
    } else if (last instanceof Segment.Name name) {
      hint = Names.didYouMean(name.name(), siblingsOf(identifier));
    }
    return new MdxException(
        identifier.place(),
        "there is no " + identifier.toMdx() + " in cube " + scope.cube() + hint);
  }

  /** Names that could have stood in the last place of a name. */
  private List<String> siblingsOf(Expression.Identifier identifier) {
    List<Segment> above = identifier.segments().subList(0, identifier.segments().size() - 1);
    NameResolver.Found found = names.resolve(above);
    if (found == null || found.consumed() < above.size()) {
      return List.of();
    }
    if (found.object() instanceof Expr.MemberRef ref) {
      return scope.navigation().children(ref.member()).stream().map(m -> m.name()).toList();
    }
    if (found.object() instanceof Expr.DimensionRef ref && ref.dimension().isMeasures()) {
      List<String> measures = new ArrayList<>();
      scope.cube().measures().stream()
          .filter(scope.navigation().rights()::isVisible)
          .forEach(m -> measures.add(m.name()));
      scope
          .calculatedMembers(scope.cube().measuresHierarchy())
          .forEach(m -> measures.add(m.name()));
      return measures;
    }
    return List.of();
  }

  private Expr properties(Expr object, List<Segment> segments, int from) {
    Expr at = object;
    for (Segment segment : segments.subList(from, segments.size())) {
      at = property(at, segment);
    }
    return at;
  }

  private Expr property(Expr object, Segment segment) {
    if (!(segment instanceof Segment.Name name)) {
      throw new MdxException(segment.place(), "a key cannot stand here: " + segment.toMdx());
    }
    List<FunctionDefinition> candidates = scope.functions().find(name.name(), Syntax.PROPERTY);
    if (candidates.isEmpty()) {
      throw new MdxException(
          segment.place(),
          "there is no property "
              + name.name()
              + Names.didYouMean(name.name(), scope.functions().names(Syntax.PROPERTY)));
    }
    return call(name.name(), candidates, List.of(object), segment.place());
  }

  private Expr bindCall(Expression.Call call) {
    Expr special = forms.bind(call);
    if (special != null) {
      return special;
    }
    if (call.syntax() == Syntax.PROPERTY) {
      return bindProperty(call);
    }
    List<FunctionDefinition> candidates = scope.functions().find(call.name(), call.syntax());
    if (candidates.isEmpty()) {
      throw noFunction(call);
    }
    if (scalarWanted && isOfSetsAndValues(call)) {
      candidates = candidates.stream().filter(f -> f.result().isScalar()).toList();
    }
    List<FunctionDefinition> chosen = candidates;
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      int index = i;
      boolean wish =
          chosen.stream()
              .filter(f -> f.takes(call.arguments().size()))
              .map(f -> f.parameter(index))
              .allMatch(k -> k != null && k.isScalar());
      arguments.add(withWish(wish, () -> bindArgument(call.arguments().get(index), index, chosen)));
    }
    return call(call.name(), candidates, arguments, call.place());
  }

  /** Whether the wish decides between a set and a value: both would take a member. */
  private static boolean isOfSetsAndValues(Expression.Call call) {
    return call.syntax() == Syntax.INFIX
        ? call.name().equals("*")
        : call.syntax() == Syntax.FUNCTION && call.name().equalsIgnoreCase("Cache");
  }

  private MdxException noFunction(Expression.Call call) {
    for (SchemaFault fault : scope.cube().schema().faults()) {
      if (fault.cube().isEmpty()
          && fault.message().contains("user-defined function '" + call.name() + "'")) {
        return new MdxException(call.place(), "there is no function " + call.name() + ": " + fault);
      }
    }
    List<String> known = new ArrayList<>(scope.functions().names(call.syntax()));
    if (call.syntax() == Syntax.FUNCTION) {
      known.addAll(scope.functions().names(Syntax.PROPERTY));
    }
    return new MdxException(
        call.place(), "there is no function " + call.name() + Names.didYouMean(call.name(), known));
  }

  /** {@code x.Name} after a call: a property, or a member by name below it. */
  private Expr bindProperty(Expression.Call call) {
    Expr object = bind(call.arguments().get(0));
    String name = call.name();
    if (name.startsWith("[")) {
      name = name.substring(1, name.length() - 1).replace("]]", "]");
    }
    return property(object, new Segment.Name(name, false, call.place()));
  }

  private Expr bindArgument(Expression argument, int index, List<FunctionDefinition> candidates) {
    if (argument instanceof Expression.Identifier identifier
        && identifier.segments().size() == 1
        && identifier.segments().get(0) instanceof Segment.Name name
        && !name.quoted()
        && SYMBOLS.contains(name.name().toUpperCase(Locale.ROOT))
        && candidates.stream().anyMatch(f -> takesSymbol(f, index))) {
      return new Expr.Symbol(name.name().toUpperCase(Locale.ROOT));
    }
    return bind(argument);
  }

  private static boolean takesSymbol(FunctionDefinition function, int index) {
    return function.parameter(index) == Kind.SYMBOL
        || (function.repeats() && function.parameters().contains(Kind.SYMBOL));
  }

  /** Chooses the signature whose conversions cost least and converts the arguments to it. */
  Expr call(String name, List<FunctionDefinition> candidates, List<Expr> arguments, Place place) {
    FunctionDefinition best = null;
    int bestCost = Integer.MAX_VALUE;
    for (FunctionDefinition candidate : candidates) {
      int cost = cost(candidate, arguments);
      if (cost >= 0 && cost < bestCost) {
        best = candidate;
        bestCost = cost;
      }
    }
    if (best == null) {
      throw noSignature(name, candidates, arguments, place);
    }
    List<Expr> converted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Kind kind = best.parameter(i);
      converted.add(kind == null ? arguments.get(i) : convert(arguments.get(i), kind, place));
    }
    Type type = best.typing().apply(best.result(), converted);
    return new Expr.Call(best, converted, type, place);
  }

  private static int cost(FunctionDefinition function, List<Expr> arguments) {
    if (!function.takes(arguments.size())) {
      return Conversion.IMPOSSIBLE;
    }
    int total = 0;
    for (int i = 0; i < arguments.size(); i++) {
      Kind parameter = function.parameter(i);
      if (parameter == null) {
        return Conversion.IMPOSSIBLE;
      }
      int cost = Conversion.cost(arguments.get(i).type().kind(), parameter);
      if (cost == Conversion.IMPOSSIBLE) {
        return Conversion.IMPOSSIBLE;
      }
      total += cost;
    }
    return total;
  }

  private static MdxException noSignature(
      String name, List<FunctionDefinition> candidates, List<Expr> arguments, Place place) {
    List<String> signatures =
        candidates.stream().map(FunctionDefinition::signature).distinct().toList();
    return new MdxException(
        place,
        name
            + " does not take ("
            + Conversion.describe(arguments)
            + "); it is "
            + String.join(" or ", signatures));
  }

  /** The type that two hierarchies' lists have in common; for messages about sets. */
  static boolean sameHierarchies(Type a, Type b) {
    if (a.arity() != b.arity()) {
      return false;
    }
    for (int i = 0; i < a.arity(); i++) {
      if (a.hierarchies().get(i) != null
          && b.hierarchies().get(i) != null
          && a.hierarchies().get(i) != b.hierarchies().get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The hierarchies of a type as text. */
  static String hierarchies(Type type) {
    return String.join(
        ", ", type.hierarchies().stream().map(h -> h == null ? "?" : h.uniqueName()).toList());
  }

  /** The scope of this binder. */
  Scope scope() {
    return scope;
  }

  /** The dimension, hierarchy or level of a name; null where it is none of these. */
  @Nullable Object owner(List<Segment> segments) {
    Expr found = lookUp(segments);
    if (found instanceof Expr.LevelRef ref) {
      return ref.level();
    }
    if (found instanceof Expr.HierarchyRef ref) {
      return ref.hierarchy();
    }
    return found instanceof Expr.DimensionRef ref ? ref.dimension() : null;
  }

  /** What a name stands for, without properties; null where it is nothing. */
  public @Nullable Expr lookUp(List<Segment> segments) {
    NameResolver.Found found = names.resolve(segments);
    return found == null || found.consumed() < segments.size() ? null : found.object();
  }
}
