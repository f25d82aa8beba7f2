/**
 * Business analyses over any cube that has what they need: Pareto, sales against last year,
 * competitors. Each asks the cube by MDX through {@code catalog} and returns plain values with the
 * queries behind them; the mathematics is in pure functions of its own. Pages, exports and reports
 * show the values; nothing here knows how.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.analysis;
