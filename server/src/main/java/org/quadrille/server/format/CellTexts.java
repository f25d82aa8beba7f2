package org.quadrille.server.format;

import java.math.BigDecimal;
import org.quadrille.cubes.result.Cell;

/** The ways to write one cell as text. */
public final class CellTexts {
  private CellTexts() {}

  /** As the format string has it; an error as {@code #ERR: reason}. */
  public static String formatted(Cell cell) {
    return cell.error() == null ? cell.formatted() : "#ERR: " + cell.error();
  }

  /** The plain value, for programs: full precision, a point for decimals, nothing when empty. */
  public static String plain(Cell cell) {
    if (cell.error() != null) {
      return "#ERR: " + cell.error();
    }
    Object value = cell.value();
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }
}
