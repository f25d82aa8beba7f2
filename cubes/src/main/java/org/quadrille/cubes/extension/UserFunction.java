package org.quadrille.cubes.extension;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of one's own that queries call by the name that the schema gives it. A class has a
 * public constructor without parameters; one instance serves all threads at once.
 *
 * <p>Nothing is assumed of what it gives: it is called for each cell, also where all measures are
 * empty.
 */
public interface UserFunction {
  /** What it takes, in order. A member or tuple is given as the value of its cell. */
  List<ValueType> parameters();

  /** What it gives. */
  ValueType result();

  /** One sentence for whoever reads the plan of a query. */
  String summary();

  /**
   * Computes.
   *
   * @param arguments as many as there are parameters, each of its Java type as {@link ValueType}
   *     says; null for an empty value
   * @return a value of the result's Java type; null for an empty value
   * @throws RuntimeException if there is no value: the cell shows the message as its error
   */
  @Nullable Object apply(List<@Nullable Object> arguments);
}
