package org.quadrille.cubes.store;

import java.util.Arrays;

/** Rows of a dictionary, in ascending order without repetition. */
public final class Rows {
  private final int[] rows;
  private final int hash;

  private Rows(int[] rows) {
    this.rows = rows;
    this.hash = Arrays.hashCode(rows);
  }

  /** These rows, in any order. */
  public static Rows of(int... rows) {
    return new Rows(Arrays.stream(rows).sorted().distinct().toArray());
  }

  /** How many there are. */
  public int size() {
    return rows.length;
  }

  /** The row at a position. */
  public int get(int index) {
    return rows[index];
  }

  /** Whether a row is among them. */
  public boolean contains(int row) {
    int count = rows.length;
    if (count == 0 || row < rows[0] || row > rows[count - 1]) {
      return false;
    }
    return rows[count - 1] - rows[0] == count - 1 || Arrays.binarySearch(rows, row) >= 0;
  }

  /** A copy. */
  public int[] toArray() {
    return rows.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows that && Arrays.equals(rows, that.rows);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return rows.length > 8
        ? rows.length + " rows from " + rows[0] + " to " + rows[rows.length - 1]
        : Arrays.toString(rows);
  }
}
