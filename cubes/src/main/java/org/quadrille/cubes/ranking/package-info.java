/**
 * Ranks the members of any level of any dimension: what is counted of each in the database, by
 * which criteria they are ranked, who counts at all, and how the ranking is cut into classes, step
 * after step. Counts through {@code analysis} and {@code catalog}; the ranking itself is pure
 * functions.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.ranking;
