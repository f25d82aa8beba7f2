package org.quadrille.cubes.eval;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Hierarchy;

/** How the hierarchies of a result follow from those of the arguments. */
public final class Typings {
  /** Those of the first argument that has any; none for scalars. */
  public static final FunctionDefinition.Typing FIRST =
      (result, arguments) -> {
        if (result.isScalar()) {
          return Type.of(result);
        }
        for (Expr argument : arguments) {
          if (argument.type().arity() > 0) {
            return argument.type().as(result);
          }
        }
        return result == Kind.MEMBER
            ? Type.of(result, new @Nullable Hierarchy[] {null})
            : Type.of(result);
      };

  /** Those of all arguments one after the other. */
  public static final FunctionDefinition.Typing JOINED =
      (result, arguments) -> {
        List<@Nullable Hierarchy> all = new ArrayList<>();
        for (Expr argument : arguments) {
          all.addAll(argument.type().hierarchies());
        }
        return new Type(result, all);
      };

  /** Those of the second argument. */
  public static final FunctionDefinition.Typing SECOND =
      (result, arguments) -> arguments.get(1).type().as(result);

  /** Those that some argument after the first has. */
  public static final FunctionDefinition.Typing BRANCHES =
      (result, arguments) -> {
        if (result.isScalar()) {
          return Type.of(result);
        }
        for (Expr argument : arguments.subList(1, arguments.size())) {
          if (argument.type().arity() > 0) {
            return argument.type().as(result);
          }
        }
        return Type.of(result);
      };

  /** Not known before evaluation. */
  public static final FunctionDefinition.Typing UNKNOWN =
      (result, arguments) ->
          result.isScalar() ? Type.of(result) : Type.of(result, new @Nullable Hierarchy[] {null});

  private Typings() {}
}
