package org.quadrille.cubes.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.CellSet;

/**
 * What a query gave: cells or an error.
 *
 * @param cells null where it failed
 * @param error null where it did not
 */
record RandomAnswer(@Nullable CellSet cells, @Nullable String error) {

  /** A way to run a query. */
  interface Way {
    CellSet execute();
  }

  static RandomAnswer of(Way way) {
    try {
      return new RandomAnswer(way.execute(), null);
    } catch (MdxException e) {
      return new RandomAnswer(null, e.getMessage());
    }
  }

  /** Whether any cell has a value. */
  boolean isFilled() {
    if (cells == null) {
      return false;
    }
    for (int i = 0; i < cells.cells().size(); i++) {
      if (cells.cells().get(i).value() != null) {
        return true;
      }
    }
    return false;
  }

  /** How another answer differs from this one, null where it does not. */
  @Nullable String difference(RandomAnswer other) {
    if (cells != null && other.cells() != null) {
      return AnswerDifference.between(cells, other.cells());
    }
    return Objects.equals(error, other.error())
        ? null
        : "expected error " + error + ", was " + other.error();
  }

  /** The SQL that was run. */
  String sql() {
    return cells == null ? "" : String.join("\n", cells.statistics().sql());
  }
}
