package org.quadrille.cubes.result;

import java.util.List;
import java.util.Objects;

/**
 * The answer to an MDX query.
 *
 * @param axes by ordinal; empty for a query without axes, which has one cell
 * @param cellProperties upper-case names after CELL PROPERTIES, empty without the clause
 * @param slicer the WHERE clause as an axis, without positions where there is none
 */
public record CellSet(
    String cube,
    List<ResultAxis> axes,
    ResultAxis slicer,
    Cells cells,
    List<String> cellProperties,
    QueryStatistics statistics) {
  public CellSet {
    Objects.requireNonNull(cube, "cube");
    axes = List.copyOf(axes);
    Objects.requireNonNull(slicer, "slicer");
    Objects.requireNonNull(cells, "cells");
    cellProperties = List.copyOf(cellProperties);
    Objects.requireNonNull(statistics, "statistics");
  }

  /** A cell set of a query without CELL PROPERTIES. */
  public CellSet(
      String cube,
      List<ResultAxis> axes,
      ResultAxis slicer,
      Cells cells,
      QueryStatistics statistics) {
    this(cube, axes, slicer, cells, List.of(), statistics);
  }

  /**
   * The ordinal of a cell; the first axis runs fastest.
   *
   * @param positions one position for each axis
   */
  public int ordinal(int... positions) {
    int ordinal = 0;
    int stride = 1;
    for (int axis = 0; axis < axes.size(); axis++) {
      Objects.checkIndex(positions[axis], axes.get(axis).positions().size());
      ordinal += positions[axis] * stride;
      stride *= axes.get(axis).positions().size();
    }
    return ordinal;
  }
}
