package org.quadrille.cubes.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.ResultMember;

/**
 * The rows of a {@link FactQuestion}.
 *
 * @param columns their names
 * @param rows numbers, texts, dates, truth values, {@link ResultMember}s or null
 * @param sql the statement that was sent
 * @param statements how many statements this took; 0 where the answer was known
 */
public record FactAnswer(
    List<String> columns, List<List<@Nullable Object>> rows, String sql, int statements) {
  public FactAnswer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    Objects.requireNonNull(sql, "sql");
  }

  /** The same, known already. */
  FactAnswer known() {
    return new FactAnswer(columns, rows, sql, 0);
  }

  /** How many values it holds. */
  long size() {
    return (long) rows.size() * columns.size();
  }

  /**
   * The place of a column.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int column(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + name + " among " + columns);
  }

  /** A number; NaN where there is none. */
  public double number(int row, int column) {
    Object value = rows.get(row).get(column);
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** A member; null where the fact belongs to none that the dimension has. */
  public @Nullable ResultMember member(int row, int column) {
    return (ResultMember) rows.get(row).get(column);
  }
}
