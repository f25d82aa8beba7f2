package org.quadrille.web.export;

import java.time.LocalDate;
import java.util.Objects;

/** A cell of a file. */
public sealed interface ExportCell {
  /** Nothing, such as a measure without facts. */
  ExportCell EMPTY = new Empty();

  /** A cell without content. */
  record Empty() implements ExportCell {}

  /** A text. */
  record Text(String text) implements ExportCell {
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A number.
   *
   * @param value finite
   * @param pattern number format of spreadsheets, such as {@code #,##0.00}
   */
  record Number(double value, String pattern) implements ExportCell {
    public Number {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a number that a file can hold: " + value);
      }
      Objects.requireNonNull(pattern, "pattern");
    }
  }

  /** A day. */
  record Day(LocalDate date) implements ExportCell {
    public Day {
      Objects.requireNonNull(date, "date");
    }
  }

  /** A text; empty where it is blank. */
  static ExportCell text(String text) {
    return text.isBlank() ? EMPTY : new Text(text);
  }

  /** A number; empty where it is none. */
  static ExportCell number(double value, String pattern) {
    return Double.isFinite(value) ? new Number(value, pattern) : EMPTY;
  }
}
