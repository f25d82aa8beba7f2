/**
 * The functions and operators of MDX, one class for each theme, each entry with signature, summary
 * and example. They use {@code eval} and nothing behind it, so that the planner can look at the
 * same calls that the evaluator runs.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.function;
