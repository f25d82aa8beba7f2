package org.quadrille.cubes.result;

import java.util.List;

/** The cells of an answer, by ordinal; the first axis runs fastest. */
public final class Cells {
  private final List<Cell> cells;

  /**
   * Keeps the cells.
   *
   * @param cells as many as the product of the sizes of the axes
   */
  public Cells(List<Cell> cells) {
    this.cells = List.copyOf(cells);
  }

  /** How many cells there are, empty ones included. */
  public int size() {
    return cells.size();
  }

  /** The cell at an ordinal. */
  public Cell get(int ordinal) {
    return cells.get(ordinal);
  }
}
