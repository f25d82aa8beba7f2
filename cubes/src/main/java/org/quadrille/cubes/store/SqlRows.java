package org.quadrille.cubes.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a statement.
 *
 * @param labels of the columns, as the statement named them
 */
public record SqlRows(List<String> labels, List<List<@Nullable Object>> rows) {
  public SqlRows {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }
}
