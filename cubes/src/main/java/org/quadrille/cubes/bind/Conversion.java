package org.quadrille.cubes.bind;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Expr.Conversion.Form;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.model.Hierarchy;

/** Which kinds may stand for which, at what cost, and the expressions that do it. */
final class Conversion {
  /** The conversion is not possible. */
  static final int IMPOSSIBLE = -1;

  private Conversion() {}

  /** The cost of using one kind for another; 0 for the same. */
  static int cost(Kind from, Kind to) {
    if (from == to) {
      return 0;
    }
    return switch (from) {
      case DIMENSION -> fromDimension(to);
      case HIERARCHY -> fromHierarchy(to);
      case LEVEL -> to == Kind.HIERARCHY ? 1 : to == Kind.DIMENSION ? 2 : IMPOSSIBLE;
      case MEMBER -> fromMember(to);
      case TUPLE -> to == Kind.SET ? 2 : toValue(to, 3);
      case SET, STRING, DATETIME, LOGICAL, SYMBOL, EMPTY ->
          to == Kind.VALUE ? scalar(from) : IMPOSSIBLE;
      case INTEGER, NUMERIC -> fromNumber(to);
      case VALUE -> to.isScalar() && to != Kind.NULL ? 2 : IMPOSSIBLE;
      case NULL ->
          to.isScalar()
              ? 0
              : to == Kind.MEMBER || to == Kind.TUPLE ? 2 : to == Kind.SET ? 3 : IMPOSSIBLE;
    };
  }

  private static int scalar(Kind from) {
    return from.isScalar() ? 1 : IMPOSSIBLE;
  }

  private static int fromNumber(Kind to) {
    return switch (to) {
      case NUMERIC, INTEGER -> 0;
      case VALUE -> 1;
      case LOGICAL -> 2;
      default -> IMPOSSIBLE;
    };
  }

  private static int fromDimension(Kind to) {
    return switch (to) {
      case HIERARCHY, MEMBER, TUPLE -> 2;
      case LEVEL -> 3;
      case SET -> 4;
      default -> toValue(to, 5);
    };
  }

  private static int fromHierarchy(Kind to) {
    return switch (to) {
      case DIMENSION, MEMBER, TUPLE -> 1;
      case SET -> 3;
      default -> toValue(to, 4);
    };
  }

  private static int fromMember(Kind to) {
    return switch (to) {
      case DIMENSION, HIERARCHY, LEVEL, TUPLE -> 1;
      case SET -> 2;
      default -> toValue(to, 3);
    };
  }

  private static int toValue(Kind to, int numeric) {
    return switch (to) {
      case NUMERIC, INTEGER -> numeric;
      case STRING, VALUE -> numeric + 1;
      case LOGICAL -> numeric + 3;
      case DATETIME -> numeric + 2;
      default -> IMPOSSIBLE;
    };
  }

  /**
   * The expression as a value of another kind.
   *
   * @return null where that is not possible
   */
  static @Nullable Expr convert(Expr expr, Kind to) {
    Kind from = expr.type().kind();
    if (from == to) {
      return expr;
    }
    if (cost(from, to) == IMPOSSIBLE) {
      return null;
    }
    return switch (from) {
      case DIMENSION -> fromDimension(expr, to);
      case HIERARCHY -> fromHierarchy(expr, to);
      case LEVEL -> fromLevel(expr, to);
      case MEMBER -> fromMember(expr, to);
      case TUPLE ->
          to == Kind.SET ? wrap(Form.TUPLE_TO_SET, expr, expr.type().as(Kind.SET)) : value(expr);
      default -> expr;
    };
  }

  private static @Nullable Expr fromDimension(Expr expr, Kind to) {
    Hierarchy hierarchy =
        expr instanceof Expr.DimensionRef ref
            ? ref.dimension().hierarchies().get(0)
            : expr.type().hierarchy();
    Expr asHierarchy =
        wrap(
            Form.DIMENSION_TO_HIERARCHY,
            expr,
            Type.of(Kind.HIERARCHY, new @Nullable Hierarchy[] {hierarchy}));
    return to == Kind.HIERARCHY ? asHierarchy : convert(asHierarchy, to);
  }

  private static @Nullable Expr fromHierarchy(Expr expr, Kind to) {
    if (to == Kind.DIMENSION) {
      return wrap(Form.HIERARCHY_TO_DIMENSION, expr, expr.type().as(Kind.DIMENSION));
    }
    Expr member = wrap(Form.HIERARCHY_TO_MEMBER, expr, expr.type().as(Kind.MEMBER));
    return to == Kind.MEMBER ? member : convert(member, to);
  }

  private static @Nullable Expr fromLevel(Expr expr, Kind to) {
    Expr hierarchy = wrap(Form.LEVEL_TO_HIERARCHY, expr, expr.type().as(Kind.HIERARCHY));
    return to == Kind.HIERARCHY ? hierarchy : convert(hierarchy, to);
  }

  private static @Nullable Expr fromMember(Expr expr, Kind to) {
    return switch (to) {
      case TUPLE -> wrap(Form.MEMBER_TO_TUPLE, expr, expr.type().as(Kind.TUPLE));
      case SET -> wrap(Form.MEMBER_TO_SET, expr, expr.type().as(Kind.SET));
      case LEVEL -> wrap(Form.MEMBER_TO_LEVEL, expr, expr.type().as(Kind.LEVEL));
      case HIERARCHY -> wrap(Form.MEMBER_TO_HIERARCHY, expr, expr.type().as(Kind.HIERARCHY));
      case DIMENSION ->
          convert(
              wrap(Form.MEMBER_TO_HIERARCHY, expr, expr.type().as(Kind.HIERARCHY)), Kind.DIMENSION);
      default -> value(expr);
    };
  }

  private static Expr wrap(Form form, Expr expr, Type type) {
    return new Expr.Conversion(form, expr, type);
  }

  private static Expr value(Expr expr) {
    return wrap(Form.TO_VALUE, expr, Type.of(Kind.VALUE));
  }

  /** What a list of kinds looks like in a message. */
  static String describe(List<Expr> arguments) {
    return String.join(
        ", ", arguments.stream().map(a -> "<" + a.type().kind().label() + ">").toList());
  }
}
