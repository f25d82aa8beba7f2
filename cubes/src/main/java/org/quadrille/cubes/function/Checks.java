package org.quadrille.cubes.function;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.FunctionDefinition.Typing;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.Type;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.Hierarchy;

/** Typings that refuse wrong arguments when a query is bound, before anything is evaluated. */
final class Checks {
  private Checks() {}

  /** Refuses a bare word that is none of the given ones. */
  static Typing words(Typing typing, int index, String... allowed) {
    Set<String> words = Set.of(allowed);
    return (result, arguments) -> {
      if (index < arguments.size()
          && arguments.get(index) instanceof Expr.Symbol symbol
          && !words.contains(symbol.word())) {
        throw new MdxException(
            null, symbol.word() + " cannot stand here; expected " + String.join(" or ", allowed));
      }
      return typing.apply(result, arguments);
    };
  }

  /** Sets of the same hierarchies; the type is that of the first that has any. */
  static Typing alike(String function) {
    return (result, arguments) -> {
      Type first = null;
      for (Expr argument : arguments) {
        Type type = argument.type();
        if (type.kind() != Kind.SET || type.arity() == 0) {
          continue;
        }
        if (first == null) {
          first = type;
        } else if (differ(first, type)) {
          throw new MdxException(
              null,
              "the sets of "
                  + function
                  + " must be of the same hierarchies, but are of "
                  + text(first)
                  + " and of "
                  + text(type));
        }
      }
      return first == null ? Type.of(result) : first.as(result);
    };
  }

  private static boolean differ(Type a, Type b) {
    if (a.arity() != b.arity()) {
      return !a.hierarchies().contains(null) && !b.hierarchies().contains(null);
    }
    for (int i = 0; i < a.arity(); i++) {
      Hierarchy x = a.hierarchies().get(i);
      Hierarchy y = b.hierarchies().get(i);
      if (x != null && y != null && x != y) {
        return true;
      }
    }
    return false;
  }

  /** The hierarchies of all arguments one after the other, none of them twice. */
  static final Typing JOINED =
      (result, arguments) -> {
        Type type = Typings.JOINED.apply(result, arguments);
        refuseRepeated(type.hierarchies());
        return type;
      };

  /** Refuses a hierarchy that stands twice. */
  static void refuseRepeated(List<@Nullable Hierarchy> hierarchies) {
    Set<Hierarchy> seen = new HashSet<>();
    for (Hierarchy hierarchy : hierarchies) {
      if (hierarchy != null && !seen.add(hierarchy)) {
        throw new MdxException(
            null,
            "a tuple has more than one member of hierarchy "
                + hierarchy.uniqueName()
                + "; use members of different hierarchies");
      }
    }
  }

  /** A set of tuples gives tuples, a set of members gives members. */
  static final Typing ELEMENT =
      (result, arguments) -> {
        Type type = arguments.get(0).type();
        if (type.arity() > 1) {
          return type.as(Kind.TUPLE);
        }
        return type.arity() == 1
            ? type.as(Kind.MEMBER)
            : Type.of(Kind.MEMBER, new @Nullable Hierarchy[] {null});
      };

  /** A set of one hierarchy. */
  static Typing single(String function) {
    return (result, arguments) -> {
      Type type = Typings.FIRST.apply(result, arguments);
      if (type.arity() > 1) {
        throw new MdxException(
            null, function + " takes a set of members, but this is a set of tuples");
      }
      return type;
    };
  }

  /** Two arguments of the same hierarchy, as far as it is known. */
  static Typing sameHierarchy(String function, int first, int second) {
    return (result, arguments) -> {
      if (Math.max(first, second) < arguments.size()) {
        Hierarchy x = arguments.get(first).type().hierarchy();
        Hierarchy y = arguments.get(second).type().hierarchy();
        if (x != null && y != null && x != y) {
          throw new MdxException(
              null,
              "the arguments of "
                  + function
                  + " must be of the same hierarchy, but are of "
                  + x.uniqueName()
                  + " and of "
                  + y.uniqueName());
        }
      }
      return Typings.FIRST.apply(result, arguments);
    };
  }

  /** A member or level of a dimension of time, or nothing. */
  static Typing time(String function) {
    return (result, arguments) -> {
      if (arguments.isEmpty()) {
        return Typings.UNKNOWN.apply(result, arguments);
      }
      Hierarchy hierarchy = arguments.get(0).type().hierarchy();
      if (hierarchy != null && !hierarchy.dimension().isTime()) {
        throw new MdxException(
            null,
            function
                + " takes a member of a dimension of time, but "
                + hierarchy.uniqueName()
                + " is none");
      }
      return Typings.FIRST.apply(result, arguments);
    };
  }

  /** Hierarchies that stand in the set of the first argument. */
  static final Typing EXTRACTED =
      (result, arguments) -> {
        List<@Nullable Hierarchy> wanted = new ArrayList<>();
        List<@Nullable Hierarchy> given = arguments.get(0).type().hierarchies();
        for (Expr argument : arguments.subList(1, arguments.size())) {
          Hierarchy hierarchy = argument.type().hierarchy();
          if (hierarchy == null || !given.contains(hierarchy)) {
            throw new MdxException(
                null,
                "the set has no hierarchy "
                    + (hierarchy == null ? "of that kind" : hierarchy.uniqueName())
                    + " to extract; it is of "
                    + text(arguments.get(0).type()));
          }
          wanted.add(hierarchy);
        }
        refuseRepeated(wanted);
        return new Type(result, wanted);
      };

  private static String text(Type type) {
    return String.join(
        ", ", type.hierarchies().stream().map(h -> h == null ? "?" : h.uniqueName()).toList());
  }
}
