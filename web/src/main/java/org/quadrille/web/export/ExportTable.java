package org.quadrille.web.export;

import java.util.List;
import java.util.Objects;

/**
 * A table of a file. Rows are read once, in order, so they may come from a database as they are
 * written.
 *
 * @param name of the sheet
 * @param heads rows of heads, at least one, all as wide as the table
 * @param fixedColumns columns at the left that hold the heads of rows
 */
public record ExportTable(
    String name, List<List<String>> heads, int fixedColumns, Iterable<List<ExportCell>> rows) {
  public ExportTable {
    Objects.requireNonNull(name, "name");
    heads = heads.stream().map(List::copyOf).toList();
    Objects.requireNonNull(rows, "rows");
    if (heads.isEmpty() || heads.stream().mapToInt(List::size).distinct().count() != 1) {
      throw new IllegalArgumentException("heads of a table must be rows of the same width");
    }
    if (fixedColumns < 0 || fixedColumns > heads.get(0).size()) {
      throw new IllegalArgumentException("fixedColumns: " + fixedColumns);
    }
  }

  /** The number of columns. */
  public int width() {
    return heads.get(0).size();
  }
}
