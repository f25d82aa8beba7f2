/**
 * The Pareto page: which few bring the most, at any level of any dimension, by any measure that
 * adds up.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.pareto;
