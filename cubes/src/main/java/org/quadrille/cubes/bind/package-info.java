/**
 * Syntax tree to bound expressions: names become dimensions, levels and members of the cube, calls
 * become functions of the table with their arguments converted to the kinds they take. Everything
 * that can be wrong with a query, short of its values, is found here, with its place.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.bind;
