package org.quadrille.cubes.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts one by one.
 *
 * @param types of the columns, numbers of {@link java.sql.Types}
 * @param more whether there are further rows that the limit cut off
 */
public record RowResult(List<Integer> types, List<List<@Nullable Object>> rows, boolean more) {
  public RowResult {
    types = List.copyOf(types);
    rows = List.copyOf(rows);
  }
}
