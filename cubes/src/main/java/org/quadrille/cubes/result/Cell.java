package org.quadrille.cubes.result;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One cell.
 *
 * @param value null for an empty cell; else a Number, String, Boolean or LocalDateTime
 * @param formatted the value as text by its format string; empty for an empty cell
 * @param error why the cell has no value, null where it was computed
 * @param formatString the format string that was used, null where there is none
 * @param properties those that CELL PROPERTIES asked for and that have a value, by upper-case name;
 *     a style or arrow that the format string writes around the text is always among them
 */
public record Cell(
    @Nullable Object value,
    String formatted,
    @Nullable String error,
    @Nullable String formatString,
    Map<String, Object> properties) {
  /** The empty cell. */
  public static final Cell EMPTY = new Cell(null, "", null, null);

  public Cell {
    Objects.requireNonNull(formatted, "formatted");
    properties = properties.isEmpty() ? Map.of() : Map.copyOf(properties);
  }

  /** A cell without properties. */
  public Cell(
      @Nullable Object value,
      String formatted,
      @Nullable String error,
      @Nullable String formatString) {
    this(value, formatted, error, formatString, Map.of());
  }

  /** Whether the cell has nothing to show: no value, no error, no text for an empty value. */
  public boolean isEmpty() {
    return value == null && error == null && formatted.isEmpty();
  }

  /** The value as a double, or the given one where the cell is empty or not a number. */
  public double doubleValue(double otherwise) {
    return value instanceof Number number ? number.doubleValue() : otherwise;
  }
}
