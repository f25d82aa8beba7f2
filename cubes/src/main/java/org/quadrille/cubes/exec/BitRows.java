package org.quadrille.cubes.exec;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.quadrille.cubes.store.Rows;

/** A growing set of dictionary rows. */
final class BitRows {
  private final BitSet bits = new BitSet();

  void add(int row) {
    bits.set(row);
  }

  int size() {
    return bits.cardinality();
  }

  boolean anyMatch(IntPredicate test) {
    return bits.stream().anyMatch(test);
  }

  Rows toRows() {
    return Rows.of(bits.stream().toArray());
  }
}
