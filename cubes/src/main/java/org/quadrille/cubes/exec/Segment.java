package org.quadrille.cubes.exec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.store.Rows;
import org.quadrille.cubes.store.StarResult;

/** Cells of one kind that were fetched together. Immutable. */
final class Segment {
  /** Sizes of objects, in bytes, with references of four. */
  private static final int REFERENCE = 4;

  private static final int ARRAY = 16;
  private static final int NUMBER = 16;
  private static final int DECIMAL = 40;

  /** The segment itself with its lists. */
  private static final int OWN = 256;

  private final CellAddress.Kind kind;
  private final List<MeasureMember> measures;
  private final @Nullable Rows[] covered;
  private final CodeIndex index;
  private final @Nullable Object[][] values;
  private final long bytes;

  /** Where a cell is outside what the segment covers. */
  static final Object NOT_COVERED = new Object();

  /**
   * Keeps a result.
   *
   * @param covered for each level of the grain the rows that were asked for, null for all
   */
  Segment(CellAddress.Kind kind, @Nullable Rows[] covered, StarResult result) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.measures = result.query().measures();
    this.covered = covered;
    this.index = new CodeIndex(kind.grain().size(), result.size());
    this.values = new @Nullable Object[result.size()][];
    long sum = index.bytes();
    for (Rows rows : covered) {
      sum += rows == null ? 0 : ARRAY * 3 + (long) Integer.BYTES * rows.size();
    }
    for (int row = 0; row < result.size(); row++) {
      values[index.add(result.codes(row))] = result.values(row);
      sum += REFERENCE + bytesOf(result.values(row));
    }
    this.bytes = OWN + sum;
  }

  CellAddress.Kind kind() {
    return kind;
  }

  CodeIndex index() {
    return index;
  }

  List<MeasureMember> measures() {
    return measures;
  }

  /** About how many bytes it takes in the memory of the Java machine. */
  long bytes() {
    return bytes;
  }

  private static long bytesOf(@Nullable Object[] row) {
    long bytes = ARRAY + (long) REFERENCE * row.length;
    for (Object value : row) {
      bytes +=
          value == null
              ? 0
              : value instanceof BigDecimal
                  ? DECIMAL
                  : value instanceof String text ? ARRAY * 3 + text.length() : NUMBER;
    }
    return bytes;
  }

  /** The value of a cell, or {@link #NOT_COVERED}. */
  @Nullable Object get(MeasureMember measure, int[] rows) {
    int column = measures.indexOf(measure);
    if (column < 0 || !covers(rows)) {
      return NOT_COVERED;
    }
    int row = index.find(rows);
    return row < 0 ? null : values[row][column];
  }

  /** How many rows it holds. */
  int rows() {
    return values.length;
  }

  /** The values of a row, in the order of the measures; not to be changed. */
  @Nullable Object[] row(int row) {
    return values[row];
  }

  /** Whether any of the measures has a value in a row of the segment. */
  boolean hasValue(int row, List<MeasureMember> wanted) {
    for (MeasureMember measure : wanted) {
      int column = measures.indexOf(measure);
      if (column >= 0 && values[row][column] != null) {
        return true;
      }
    }
    return false;
  }

  private boolean covers(int[] rows) {
    for (int i = 0; i < covered.length; i++) {
      if (covered[i] != null && !covered[i].contains(rows[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has all cells of these rows and measures. */
  boolean coversBox(@Nullable Rows[] wanted, List<MeasureMember> wantedMeasures) {
    if (!measures.containsAll(wantedMeasures)) {
      return false;
    }
    for (int i = 0; i < covered.length; i++) {
      Rows mine = covered[i];
      if (mine == null) {
        continue;
      }
      Rows other = wanted[i];
      if (other == null) {
        return false;
      }
      for (int r = 0; r < other.size(); r++) {
        if (!mine.contains(other.get(r))) {
          return false;
        }
      }
    }
    return true;
  }
}
