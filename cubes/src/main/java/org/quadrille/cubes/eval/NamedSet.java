package org.quadrille.cubes.eval;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A named set of a query, cube or schema, or an alias given inside an expression. It is evaluated
 * once for a query, in the context of its slicer.
 */
public final class NamedSet {
  private final String name;
  private final Supplier<Expr> source;
  private final boolean alias;
  private @Nullable Expr body;

  /**
   * Makes a set.
   *
   * @param source gives the body when it is first needed
   * @param alias whether it was named by AS inside an expression, so that it is evaluated where it
   *     stands
   */
  public NamedSet(String name, Supplier<Expr> source, boolean alias) {
    this.name = Objects.requireNonNull(name, "name");
    this.source = Objects.requireNonNull(source, "source");
    this.alias = alias;
  }

  /** Its name, without brackets. */
  public String name() {
    return name;
  }

  /** Whether it was named by AS inside an expression. */
  public boolean isAlias() {
    return alias;
  }

  /** What it stands for. */
  public Expr body() {
    Expr bound = body;
    if (bound == null) {
      bound = source.get();
      body = bound;
    }
    return bound;
  }

  @Override
  public String toString() {
    return name;
  }
}
