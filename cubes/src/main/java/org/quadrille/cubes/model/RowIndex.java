package org.quadrille.cubes.model;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A hash table of row numbers, about eight bytes for each. It keeps no keys: the caller gives the
 * hash of what it looks for and tells which row is the one. Of several it finds the one that was
 * added first.
 */
final class RowIndex {
  private static final int EMPTY = -1;

  private final IntUnaryOperator hashOfRow;
  private int[] table;
  private int size;

  /**
   * An empty index.
   *
   * @param hashOfRow the hash by which a row is found
   */
  RowIndex(int expected, IntUnaryOperator hashOfRow) {
    this.hashOfRow = hashOfRow;
    this.table = emptyTable(Integer.highestOneBit(Math.max(4, expected)) * 4);
  }

  /** An index of the rows from one number up to, not including, another. */
  static RowIndex of(int from, int to, IntUnaryOperator hashOfRow) {
    RowIndex index = new RowIndex((to - from) / 2, hashOfRow);
    for (int row = from; row < to; row++) {
      index.add(row);
    }
    return index;
  }

  private static int[] emptyTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, EMPTY);
    return table;
  }

  void add(int row) {
    if ((size + 1) * 3L > table.length * 2L) {
      int[] rows = Arrays.stream(table).filter(r -> r != EMPTY).sorted().toArray();
      table = emptyTable(table.length * 2);
      for (int each : rows) {
        insert(each);
      }
    }
    insert(row);
    size++;
  }

  private void insert(int row) {
    int mask = table.length - 1;
    int slot = spread(hashOfRow.applyAsInt(row)) & mask;
    while (table[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    table[slot] = row;
  }

  /** The first row with that hash that is the one; {@link MemberTable#NONE} where there is none. */
  int find(int hash, IntPredicate isIt) {
    int mask = table.length - 1;
    int slot = spread(hash) & mask;
    while (table[slot] != EMPTY) {
      if (isIt.test(table[slot])) {
        return table[slot];
      }
      slot = (slot + 1) & mask;
    }
    return MemberTable.NONE;
  }

  private static int spread(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ (h >>> 15);
  }
}
