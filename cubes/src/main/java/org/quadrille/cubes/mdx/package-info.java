/**
 * MDX text to syntax tree. The grammar file {@code MdxGrammar.g4} is the documentation of the
 * language; every node knows its line and column. Names are not resolved here: that is what {@code
 * bind} does.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.mdx;
