package org.quadrille.cubes.eval;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.NullMember;

/** The arguments of a call; each is evaluated when it is asked for. */
public final class Arguments {
  private final Expr.Call call;

  /** The arguments of that call. */
  public Arguments(Expr.Call call) {
    this.call = call;
  }

  /** The call itself. */
  public Expr.Call call() {
    return call;
  }

  /** How many there are. */
  public int size() {
    return call.arguments().size();
  }

  /** Whether an argument was given at that position. */
  public boolean has(int index) {
    return index >= 0 && index < size() && call.arguments().get(index).type().kind() != Kind.EMPTY;
  }

  /** An argument, not evaluated. */
  public Expr expression(int index) {
    return call.arguments().get(index);
  }

  /** All arguments, not evaluated. */
  public List<Expr> expressions() {
    return call.arguments();
  }

  /** The value as it comes. */
  public @Nullable Object value(int index, Context context) {
    return expression(index).evaluate(context);
  }

  /** A number; null for an empty value. A logical value is refused, a string too. */
  public @Nullable Number number(int index, Context context) {
    return toNumber(value(index, context));
  }

  /** A value as a number. */
  public static @Nullable Number toNumber(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Number number) {
      return number;
    }
    if (value instanceof Boolean) {
      return Boolean.TRUE.equals(value) ? 1 : 0;
    }
    throw new EvaluationException(
        "expected a number, but got the "
            + (value instanceof String ? "string '" + value + "'" : "value " + value));
  }

  /** A number, or the given one for an empty value or where none is given. */
  public double doubleOr(int index, Context context, double otherwise) {
    Number number = has(index) ? number(index, context) : null;
    return number == null ? otherwise : number.doubleValue();
  }

  /** A whole number, cut towards zero, or the given one for an empty value or none. */
  public int intOr(int index, Context context, int otherwise) {
    Number number = has(index) ? number(index, context) : null;
    if (number == null) {
      return otherwise;
    }
    return number instanceof BigDecimal decimal ? decimal.intValue() : (int) number.doubleValue();
  }

  /** A string; null for an empty value. */
  public @Nullable String string(int index, Context context) {
    Object value = value(index, context);
    return value == null ? null : Values.text(value);
  }

  /** A logical value; an empty value counts as false, a number as its difference from 0. */
  public boolean logical(int index, Context context) {
    Object value = value(index, context);
    if (value instanceof Boolean logical) {
      return logical;
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    if (value == null) {
      return false;
    }
    throw new EvaluationException("expected a logical value, but got " + value);
  }

  /** A member; a null member stands for none. */
  public Member member(int index, Context context) {
    Object value = value(index, context);
    if (value == null) {
      Hierarchy hierarchy = expression(index).type().hierarchy();
      return new NullMember(hierarchy == null ? context.cube().measuresHierarchy() : hierarchy);
    }
    return (Member) value;
  }

  /** A tuple; null where one of its members is. */
  public Member @Nullable [] tuple(int index, Context context) {
    Object value = value(index, context);
    if (value instanceof Member member) {
      return member.isNull() ? null : new Member[] {member};
    }
    return (Member[]) value;
  }

  /** A set. */
  public TupleSet set(int index, Context context) {
    Object value = value(index, context);
    return value == null
        ? TupleSet.empty(Math.max(1, expression(index).type().arity()))
        : (TupleSet) value;
  }

  /** A level. */
  public Level level(int index, Context context) {
    return (Level) require(value(index, context), "level");
  }

  /** A hierarchy. */
  public Hierarchy hierarchy(int index, Context context) {
    return (Hierarchy) require(value(index, context), "hierarchy");
  }

  /** A dimension. */
  public Dimension dimension(int index, Context context) {
    return (Dimension) require(value(index, context), "dimension");
  }

  private static Object require(@Nullable Object value, String what) {
    if (value == null) {
      throw new EvaluationException("there is no such " + what);
    }
    return value;
  }

  /** A bare word in upper case, or the given one where it was left out. */
  public String symbol(int index, String otherwise) {
    return has(index) && expression(index) instanceof Expr.Symbol symbol
        ? symbol.word()
        : otherwise;
  }

  /**
   * Walks a set with its tuples current one after the other.
   *
   * @param source the argument that gave the set, so that CurrentOrdinal knows it; -1 where none
   *     did
   */
  public void forEach(int source, TupleSet set, Context context, Visitor visitor) {
    NamedSet named =
        source >= 0 && expression(source) instanceof Expr.SetRef ref ? ref.set() : null;
    int mark = context.mark();
    for (int i = 0; i < set.size(); i++) {
      if ((i & 1023) == 1023) {
        context.checkAlive();
      }
      if (named != null) {
        context.iterate(named, set, i);
      }
      context.set(set, i);
      boolean goOn = visitor.visit(i);
      context.restore(mark);
      if (!goOn) {
        break;
      }
    }
    if (named != null) {
      context.iterate(named, set, -1);
    }
  }

  /** Looks at one tuple of a set while it is current. */
  @FunctionalInterface
  public interface Visitor {
    /** Whether to go on. */
    boolean visit(int index);
  }
}
