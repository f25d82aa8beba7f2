package org.quadrille.cubes.eval;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Syntax;

/**
 * A function or operator with one signature.
 *
 * @param name as written
 * @param result what it gives
 * @param parameters what it takes; for a method or property the object before the dot is the first
 * @param repeats whether the last parameter may be given several times
 * @param typing how the hierarchies of the result follow from the arguments
 * @param summary one sentence for the reference
 * @param example an expression that can be run on FoodMart's Sales cube, or empty
 */
public record FunctionDefinition(
    String name,
    Syntax syntax,
    Kind result,
    List<Kind> parameters,
    boolean repeats,
    Typing typing,
    Body body,
    String signature,
    String summary,
    String example) {
  public FunctionDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(syntax, "syntax");
    Objects.requireNonNull(result, "result");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(typing, "typing");
    Objects.requireNonNull(body, "body");
  }

  /** Computes the function. */
  @FunctionalInterface
  public interface Body {
    /** The value for these arguments; null for an empty value. */
    @Nullable Object apply(Arguments arguments, Context context);
  }

  /** Code that is not part of the engine, of which nothing can be known beforehand. */
  public interface ForeignBody extends Body {}

  /** Whether it is code that is not part of the engine. */
  public boolean isForeign() {
    return body instanceof ForeignBody;
  }

  /** Derives the type of a call from its arguments; may refuse them by an MdxException. */
  @FunctionalInterface
  public interface Typing {
    /** The type of the call. */
    Type apply(Kind result, List<Expr> arguments);
  }

  /** The kind that the parameter at a position has, null where there is none. */
  public @Nullable Kind parameter(int index) {
    if (index < parameters.size()) {
      return parameters.get(index);
    }
    return repeats ? parameters.get(parameters.size() - 1) : null;
  }

  /** Whether it can be called with so many arguments. */
  public boolean takes(int count) {
    return count == parameters.size() || (repeats && count >= parameters.size());
  }
}
