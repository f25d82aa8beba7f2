package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.bind.BoundQuery;
import org.quadrille.cubes.eval.TupleSet;

/** Takes the positions without any cell off the axes that are NON EMPTY. */
final class NonEmptyAxes {
  private final BoundQuery query;
  private final List<TupleSet> axes;
  private final CellValues cells;

  NonEmptyAxes(BoundQuery query, List<TupleSet> axes, CellValues cells) {
    this.query = query;
    this.axes = axes;
    this.cells = cells;
  }

  <T> T prune(BiFunction<List<TupleSet>, CellValues, T> result) {
    if (query.axes().stream().noneMatch(BoundQuery.BoundAxis::nonEmpty)) {
      return result.apply(axes, cells);
    }
    boolean[][] full = filled();
    List<TupleSet> kept = new ArrayList<>();
    List<int[]> positions = new ArrayList<>();
    for (int axis = 0; axis < axes.size(); axis++) {
      int[] picked = picked(axis, full[axis]);
      positions.add(picked);
      kept.add(
          picked.length == axes.get(axis).size() ? axes.get(axis) : axes.get(axis).pick(picked));
    }
    return result.apply(kept, copy(positions));
  }

  /** For each axis which positions have a cell that is not empty. */
  private boolean[][] filled() {
    boolean[][] full = new boolean[axes.size()][];
    for (int axis = 0; axis < full.length; axis++) {
      full[axis] = new boolean[axes.get(axis).size()];
    }
    for (int ordinal = 0; ordinal < cells.values().length; ordinal++) {
      if (cells.values()[ordinal] == null) {
        continue;
      }
      int rest = ordinal;
      for (int axis = 0; axis < full.length; axis++) {
        int size = full[axis].length;
        full[axis][rest % size] = true;
        rest /= size;
      }
    }
    return full;
  }

  private int[] picked(int axis, boolean[] full) {
    boolean all = !query.axes().get(axis).nonEmpty();
    int[] picked = new int[full.length];
    int count = 0;
    for (int i = 0; i < full.length; i++) {
      if (all || full[i]) {
        picked[count++] = i;
      }
    }
    return java.util.Arrays.copyOf(picked, count);
  }

  private CellValues copy(List<int[]> positions) {
    int size = 1;
    for (int[] axis : positions) {
      size *= axis.length;
    }
    if (size == cells.values().length) {
      return cells;
    }
    @Nullable Object[] values = new @Nullable Object[size];
    @Nullable String[] formats = new @Nullable String[size];
    for (int ordinal = 0; ordinal < size; ordinal++) {
      int rest = ordinal;
      int source = 0;
      int stride = 1;
      for (int axis = 0; axis < positions.size(); axis++) {
        int length = positions.get(axis).length;
        source += positions.get(axis)[rest % length] * stride;
        rest /= length;
        stride *= axes.get(axis).size();
      }
      values[ordinal] = cells.values()[source];
      formats[ordinal] = cells.formats()[source];
    }
    return new CellValues(values, formats);
  }
}
