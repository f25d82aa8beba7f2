/**
 * Runs bound queries: the context in which expressions are evaluated, the cells with their cache,
 * and the rounds in which cells are asked for. Cells come from a {@link
 * org.quadrille.cubes.exec.CellSource}: one answers each cell by a plain statement and is right by
 * inspection, the other collects requests and answers them together.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.exec;
