/**
 * What a bound query is made of and how it is evaluated: typed expressions, sets of tuples, and the
 * context they are evaluated in. {@code function} gives the functions, {@code bind} builds the
 * expressions, {@code exec} provides the context with its cells.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.eval;
