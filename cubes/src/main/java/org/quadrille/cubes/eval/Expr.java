package org.quadrille.cubes.eval;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Place;
import org.quadrille.cubes.model.Computation;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;

/** A bound expression: every name is resolved, every function chosen, every conversion explicit. */
public sealed interface Expr extends Computation {
  /** Its type. */
  Type type();

  /**
   * Its value.
   *
   * @return a Dimension, Hierarchy, Level, Member, {@code Member[]} (a tuple), {@link TupleSet},
   *     Number, String, Boolean or LocalDateTime; null for an empty value
   */
  @Nullable Object evaluate(Context context);

  /** A number, string, logical value or NULL. */
  record Literal(@Nullable Object value, Type type) implements Expr {
    @Override
    public @Nullable Object evaluate(Context context) {
      return value;
    }
  }

  /** A bare word such as DESC. */
  record Symbol(String word) implements Expr {
    @Override
    public Type type() {
      return Type.of(Kind.SYMBOL);
    }

    @Override
    public Object evaluate(Context context) {
      return word;
    }
  }

  /** A dimension by name. */
  record DimensionRef(Dimension dimension) implements Expr {
    @Override
    public Type type() {
      return dimension.hierarchies().size() == 1
          ? Type.of(Kind.DIMENSION, dimension.hierarchies().get(0))
          : Type.of(Kind.DIMENSION);
    }

    @Override
    public Object evaluate(Context context) {
      return dimension;
    }
  }

  /** A hierarchy by name. */
  record HierarchyRef(Hierarchy hierarchy) implements Expr {
    @Override
    public Type type() {
      return Type.of(Kind.HIERARCHY, hierarchy);
    }

    @Override
    public Object evaluate(Context context) {
      return hierarchy;
    }
  }

  /** A level by name. */
  record LevelRef(Level level) implements Expr {
    @Override
    public Type type() {
      return Type.of(Kind.LEVEL, level.hierarchy());
    }

    @Override
    public Object evaluate(Context context) {
      return level;
    }
  }

  /** A member by name. */
  record MemberRef(Member member) implements Expr {
    @Override
    public Type type() {
      return Type.of(Kind.MEMBER, member.hierarchy());
    }

    @Override
    public Object evaluate(Context context) {
      return member;
    }
  }

  /** A named set. */
  record SetRef(NamedSet set) implements Expr {
    @Override
    public Type type() {
      return set.body().type();
    }

    @Override
    public Object evaluate(Context context) {
      return context.evaluate(set);
    }
  }

  /** A call of a function or operator with arguments of the kinds that it takes. */
  record Call(FunctionDefinition function, List<Expr> arguments, Type type, Place place)
      implements Expr {
    public Call {
      Objects.requireNonNull(function, "function");
      arguments = List.copyOf(arguments);
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(place, "place");
    }

    @Override
    public @Nullable Object evaluate(Context context) {
      return function.body().apply(new Arguments(this), context);
    }
  }

  /** A conversion that the function around it needs. */
  record Conversion(Form form, Expr operand, Type type) implements Expr {
    /** What is converted to what. */
    public enum Form {
      /** A dimension to its hierarchy. */
      DIMENSION_TO_HIERARCHY,
      /** A hierarchy to its current member. */
      HIERARCHY_TO_MEMBER,
      /** A member to a tuple of one. */
      MEMBER_TO_TUPLE,
      /** A member to a set of one. */
      MEMBER_TO_SET,
      /** A tuple to a set of one. */
      TUPLE_TO_SET,
      /** A level to its hierarchy. */
      LEVEL_TO_HIERARCHY,
      /** A member to its level. */
      MEMBER_TO_LEVEL,
      /** A member to its hierarchy. */
      MEMBER_TO_HIERARCHY,
      /** A hierarchy to its dimension. */
      HIERARCHY_TO_DIMENSION,
      /** A member or tuple to the value of its cell. */
      TO_VALUE
    }

    @Override
    public @Nullable Object evaluate(Context context) {
      return Conversions.apply(form, operand, context);
    }
  }
}
