package org.quadrille.server.bench;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an engine answered.
 *
 * @param statements SQL statements that it took
 * @param cells how many cells there are, empty ones included
 * @param rows the answer row by row; made when asked for, so that it costs no measured time
 */
public record BenchAnswer(int statements, long cells, Supplier<List<Row>> rows) {
  public BenchAnswer {
    Objects.requireNonNull(rows, "rows");
  }

  /**
   * A row.
   *
   * @param key captions of its members
   * @param values values of its cells, null where empty
   */
  public record Row(List<String> key, List<@Nullable Object> values) {
    public Row {
      key = List.copyOf(key);
    }

    /** Whether no cell has a value. */
    boolean isEmpty() {
      return values.stream().allMatch(Objects::isNull);
    }
  }
}
