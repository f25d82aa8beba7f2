package org.quadrille.cubes.vba;

/** The type of a parameter or result of a {@link ScalarFunction}. */
public enum ScalarType {
  /** Any {@link Number}. */
  NUMERIC,
  /** A number used as a whole number; a fraction is rounded, halves to the even neighbour. */
  INTEGER,
  /** A {@link String}. */
  STRING,
  /** A {@link Boolean}; a number is true unless it is zero. */
  LOGICAL,
  /** A {@link java.time.LocalDateTime}; a time without a date is on December 30, 1899. */
  DATETIME,
  /** A number, string, logical value or date. */
  VALUE,
  /** A list of numbers, as {@code SetToArray} makes it: a {@link java.util.List} of values. */
  ARRAY
}
