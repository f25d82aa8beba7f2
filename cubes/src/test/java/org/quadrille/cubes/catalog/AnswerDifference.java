package org.quadrille.cubes.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.ResultAxis;

/** Compares answers: members on axes, values, errors and formats. */
final class AnswerDifference {
  private AnswerDifference() {}

  /** What differs first, null where the answers agree. */
  static @Nullable String between(CellSet expected, CellSet actual) {
    for (int axis = 0; axis < expected.axes().size(); axis++) {
      List<String> wanted = names(expected.axes().get(axis));
      List<String> found = names(actual.axes().get(axis));
      if (!wanted.equals(found)) {
        return "axis " + axis + ": expected " + wanted + ", was " + found;
      }
    }
    for (int i = 0; i < expected.cells().size(); i++) {
      String difference = between(expected.cells().get(i), actual.cells().get(i));
      if (difference != null) {
        return "cell " + i + ": " + difference;
      }
    }
    return null;
  }

  private static List<String> names(ResultAxis axis) {
    return axis.positions().stream().map(GridText::position).toList();
  }

  private static @Nullable String between(Cell expected, Cell actual) {
    if (!Objects.equals(expected.error(), actual.error())) {
      return "expected error " + expected.error() + ", was " + actual.error();
    }
    if (!Objects.equals(expected.formatString(), actual.formatString())) {
      return "expected format " + expected.formatString() + ", was " + actual.formatString();
    }
    return CellDifference.between(expected.value(), actual.value());
  }
}
