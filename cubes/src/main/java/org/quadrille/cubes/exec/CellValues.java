package org.quadrille.cubes.exec;

import org.jspecify.annotations.Nullable;

/**
 * Values and format strings of cells by ordinal; the first axis runs fastest.
 *
 * @param values a value, an {@link Error}, or null for an empty cell
 * @param formats null where the value is
 */
public record CellValues(@Nullable Object[] values, @Nullable String[] formats) {
  /** Why a cell could not be computed. */
  public record Error(String message) {}
}
