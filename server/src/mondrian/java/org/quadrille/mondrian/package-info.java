/**
 * Mondrian 3.11 over DuckDB, to compare with. Compiled only in the Maven profile {@code mondrian};
 * not part of the program.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.mondrian;
