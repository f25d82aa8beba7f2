package org.quadrille.server.format;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlColumn;
import org.quadrille.cubes.sql.SqlCursor;

/** Writes the answer to a query in SQL as CSV by RFC 4180, row by row; null is an empty field. */
public final class SqlCsv {
  private SqlCsv() {}

  /**
   * Writes header and rows; leaves the writer open.
   *
   * @param any whether the cursor stands on a first row
   * @param limit how many rows are written at most
   */
  public static void write(SqlCursor cursor, boolean any, long limit, Writer out)
      throws IOException {
    CellSetCsv.line(out, cursor.columns().stream().map(SqlColumn::name).toList());
    int width = cursor.columns().size();
    long count = 0;
    boolean more = any;
    while (more && count < limit) {
      List<String> fields = new ArrayList<>(width);
      for (int i = 0; i < width; i++) {
        fields.add(text(cursor.value(i)));
      }
      CellSetCsv.line(out, fields);
      count++;
      more = cursor.next();
    }
  }

  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }
}
