package org.quadrille.cubes.catalog;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Keys;

/** A key of a member as SQL. */
final class FactLiteral {
  private FactLiteral() {}

  static String of(@Nullable Object key) {
    if (key == null || key == Keys.NULL) {
      return "null";
    }
    if (key instanceof Number || key instanceof Boolean) {
      return key.toString();
    }
    if (key instanceof LocalDate) {
      return "date '" + key + "'";
    }
    if (key instanceof LocalDateTime) {
      return "timestamp '" + key.toString().replace('T', ' ') + "'";
    }
    return "'" + key.toString().replace("'", "''") + "'";
  }
}
