package org.quadrille.cubes.exec;

import java.util.Arrays;

/** Finds rows of codes: a hash table over tuples of ints that are kept in one flat array. */
final class CodeIndex {
  private final int width;
  private int[] codes;
  private int[] table;
  private int size;

  CodeIndex(int width, int expected) {
    this.width = width;
    this.codes = new int[Math.max(1, expected) * Math.max(1, width)];
    this.table = new int[Integer.highestOneBit(Math.max(8, expected * 2)) * 2];
    Arrays.fill(table, -1);
  }

  int size() {
    return size;
  }

  /** How many bytes its arrays take. */
  long bytes() {
    return (long) Integer.BYTES * (codes.length + table.length);
  }

  int code(int row, int column) {
    return codes[row * width + column];
  }

  /** Adds a row that is not there yet; rows number from 0 in the order of addition. */
  int add(int[] row) {
    if ((size + 1) * width > codes.length) {
      codes = Arrays.copyOf(codes, Math.max(codes.length * 2, width));
    }
    System.arraycopy(row, 0, codes, size * width, width);
    if (size * 2 > table.length) {
      grow();
    }
    insert(size);
    return size++;
  }

  private void insert(int row) {
    int mask = table.length - 1;
    int slot = hashOf(row) & mask;
    while (table[slot] >= 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = row;
  }

  private void grow() {
    table = new int[table.length * 2];
    Arrays.fill(table, -1);
    for (int row = 0; row < size; row++) {
      insert(row);
    }
  }

  /** The number of a row, -1 where it is not there. */
  int find(int[] row) {
    int mask = table.length - 1;
    int slot = hash(row) & mask;
    while (table[slot] >= 0) {
      if (matches(table[slot], row)) {
        return table[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private boolean matches(int stored, int[] row) {
    int base = stored * width;
    for (int i = 0; i < width; i++) {
      if (codes[base + i] != row[i]) {
        return false;
      }
    }
    return true;
  }

  private int hashOf(int stored) {
    int hash = 1;
    for (int i = stored * width; i < (stored + 1) * width; i++) {
      hash = hash * 31 + codes[i];
    }
    return spread(hash);
  }

  private int hash(int[] row) {
    int hash = 1;
    for (int i = 0; i < width; i++) {
      hash = hash * 31 + row[i];
    }
    return spread(hash);
  }

  private static int spread(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ (h >>> 15);
  }
}
