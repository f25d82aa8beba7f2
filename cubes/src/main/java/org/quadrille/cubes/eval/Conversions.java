package org.quadrille.cubes.eval;

import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr.Conversion.Form;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;

/** Evaluates conversions. */
final class Conversions {
  private Conversions() {}

  static @Nullable Object apply(Form form, Expr operand, Context context) {
    Object value = operand.evaluate(context);
    if (value == null) {
      return null;
    }
    return switch (form) {
      case DIMENSION_TO_HIERARCHY -> ((Dimension) value).hierarchies().get(0);
      case HIERARCHY_TO_MEMBER -> context.current((Hierarchy) value);
      case MEMBER_TO_TUPLE -> ((Member) value).isNull() ? null : new Member[] {(Member) value};
      case MEMBER_TO_SET ->
          ((Member) value).isNull() ? TupleSet.empty(1) : TupleSet.ofTuple((Member) value);
      case TUPLE_TO_SET -> TupleSet.ofTuple((Member[]) value);
      case LEVEL_TO_HIERARCHY -> ((Level) value).hierarchy();
      case MEMBER_TO_LEVEL -> ((Member) value).level();
      case MEMBER_TO_HIERARCHY -> ((Member) value).hierarchy();
      case HIERARCHY_TO_DIMENSION -> ((Hierarchy) value).dimension();
      case TO_VALUE -> cell(value, context);
    };
  }

  private static @Nullable Object cell(Object value, Context context) {
    int mark = context.mark();
    if (value instanceof Member member) {
      if (member.isNull()) {
        return null;
      }
      context.set(member);
    } else {
      for (Member member : (Member[]) value) {
        if (member.isNull()) {
          context.restore(mark);
          return null;
        }
        context.set(member);
      }
    }
    Object cell = context.value();
    context.restore(mark);
    return cell;
  }
}
