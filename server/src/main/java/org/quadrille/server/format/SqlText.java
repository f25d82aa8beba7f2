package org.quadrille.server.format;

import java.util.ArrayList;
import java.util.List;
import org.quadrille.cubes.sql.SqlColumn;
import org.quadrille.cubes.sql.SqlCursor;

/** Draws the answer to a query in SQL as a table for a terminal. */
public final class SqlText {
  private SqlText() {}

  /**
   * The table with a line end after each line; numbers are right-aligned.
   *
   * @param limit how many rows are drawn at most; a last line tells if there are more
   */
  public static String draw(SqlCursor cursor, long limit) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(cursor.columns().stream().map(SqlColumn::name).toList());
    boolean[] left = new boolean[cursor.columns().size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = !isNumber(cursor.columns().get(i).jdbcType());
    }
    boolean cut = false;
    while (cursor.next()) {
      if (lines.size() > limit) {
        cut = true;
        break;
      }
      List<String> line = new ArrayList<>();
      for (int i = 0; i < left.length; i++) {
        line.add(SqlCsv.text(cursor.value(i)));
      }
      lines.add(line);
    }
    return TextTable.draw(lines, left) + (cut ? "only the first " + limit + " rows\n" : "");
  }

  private static boolean isNumber(int jdbcType) {
    return switch (jdbcType) {
      case java.sql.Types.INTEGER,
          java.sql.Types.BIGINT,
          java.sql.Types.DECIMAL,
          java.sql.Types.DOUBLE ->
          true;
      default -> false;
    };
  }
}
