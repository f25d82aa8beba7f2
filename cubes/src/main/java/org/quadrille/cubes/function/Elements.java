package org.quadrille.cubes.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition.Typing;
import org.quadrille.cubes.eval.NamedSet;
import org.quadrille.cubes.eval.TupleSet;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.Hierarchy;

/** Picks elements of sets by name and by the state of an iteration. */
final class Elements {
  /** As many names as the tuples of the set have members. */
  static final Typing BY_NAME =
      (result, arguments) -> {
        int arity = arguments.get(0).type().arity();
        if (arity > 0 && arity != arguments.size() - 1) {
          throw new MdxException(
              null,
              "Item needs one name for each member of a tuple, "
                  + arity
                  + " here, but got "
                  + (arguments.size() - 1));
        }
        return Checks.ELEMENT.apply(result, arguments);
      };

  /** The hierarchy is known where the place is a literal. */
  static final Typing OF_TUPLE =
      (result, arguments) -> {
        List<@Nullable Hierarchy> hierarchies = arguments.get(0).type().hierarchies();
        Hierarchy hierarchy = null;
        if (arguments.get(1) instanceof Expr.Literal literal
            && literal.value() instanceof Number number
            && number.intValue() >= 0
            && number.intValue() < hierarchies.size()) {
          hierarchy = hierarchies.get(number.intValue());
        }
        return Type.of(result, new @Nullable Hierarchy[] {hierarchy});
      };

  private Elements() {}

  static @Nullable Object byName(Arguments a, Context c) {
    TupleSet set = a.set(0, c);
    String[] names = new String[a.size() - 1];
    for (int k = 0; k < names.length; k++) {
      String name = a.string(k + 1, c);
      names[k] = name == null ? "" : name;
    }
    for (int i = 0; i < set.size(); i++) {
      if (hasNames(set, i, names)) {
        return SetFunctions.element(set, i);
      }
    }
    return null;
  }

  private static boolean hasNames(TupleSet set, int index, String[] names) {
    for (int k = 0; k < names.length; k++) {
      if (k >= set.arity() || !set.member(index, k).name().equalsIgnoreCase(names[k])) {
        return false;
      }
    }
    return true;
  }

  static @Nullable Object current(Arguments a, Context c) {
    NamedSet set = named(a, "Current");
    int index = c.iteration(set);
    if (index < 0) {
      throw new EvaluationException(
          "Current of set " + set.name() + " is asked for outside an iteration over it");
    }
    return SetFunctions.element(c.evaluate(set), index);
  }

  static Object currentOrdinal(Arguments a, Context c) {
    return c.iteration(named(a, "CurrentOrdinal"));
  }

  private static NamedSet named(Arguments a, String property) {
    if (a.expression(0) instanceof Expr.SetRef ref) {
      return ref.set();
    }
    throw new EvaluationException(property + " needs a named set, or one that AS has given a name");
  }
}
