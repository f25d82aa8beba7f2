package org.quadrille.cubes.extension;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a measure. A class has a public constructor without parameters; one instance
 * serves all threads at once.
 */
@FunctionalInterface
public interface CellFormatter {
  /**
   * The text of a cell.
   *
   * @param value a Number, String, Boolean or LocalDateTime; empty cells and errors are not given
   * @param locale of the reader
   * @return null for the usual text, by the format string; a failure is shown as the cell's error
   */
  @Nullable String format(Object value, Locale locale);
}
