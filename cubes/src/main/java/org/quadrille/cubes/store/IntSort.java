package org.quadrille.cubes.store;

/** Sorts ints by an order of one's own; equal ones keep their places. */
final class IntSort {
  private static final int INSERTION = 8;

  private IntSort() {}

  /** An order of ints. */
  interface Order {
    int compare(int a, int b);
  }

  static void sort(int[] values, Order order) {
    boolean sorted = true;
    for (int i = 1; i < values.length && sorted; i++) {
      sorted = order.compare(values[i - 1], values[i]) <= 0;
    }
    if (!sorted) {
      sort(values.clone(), values, 0, values.length, order);
    }
  }

  /** Merge sort of a range of {@code into}; both arrays hold the same at first. */
  private static void sort(int[] from, int[] into, int start, int end, Order order) {
    if (end - start <= INSERTION) {
      insert(into, start, end, order);
      return;
    }
    int middle = (start + end) >>> 1;
    sort(into, from, start, middle, order);
    sort(into, from, middle, end, order);
    if (order.compare(from[middle - 1], from[middle]) <= 0) {
      System.arraycopy(from, start, into, start, end - start);
      return;
    }
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft =
          right >= end || (left < middle && order.compare(from[left], from[right]) <= 0);
      into[i] = takeLeft ? from[left++] : from[right++];
    }
  }

  private static void insert(int[] values, int start, int end, Order order) {
    for (int i = start + 1; i < end; i++) {
      int value = values[i];
      int at = i;
      while (at > start && order.compare(values[at - 1], value) > 0) {
        values[at] = values[at - 1];
        at--;
      }
      values[at] = value;
    }
  }
}
