package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Ways to spoil one row of a segment, as a fault of the engine might. */
public enum SegmentFault {
  /** The row is not there. */
  LOST_ROW {
    @Override
    boolean spoil(Segment segment, Random random) {
      @Nullable Object[] row = segment.row(random.nextInt(segment.rows()));
      boolean hadValues = Arrays.stream(row).anyMatch(Objects::nonNull);
      Arrays.fill(row, null);
      return hadValues;
    }
  },
  /** Two measures stand in each other's column. */
  SWAPPED_MEASURES {
    @Override
    boolean spoil(Segment segment, Random random) {
      @Nullable Object[] row = segment.row(random.nextInt(segment.rows()));
      if (row.length < 2) {
        return false;
      }
      int left = random.nextInt(row.length - 1);
      @Nullable Object kept = row[left];
      row[left] = row[left + 1];
      row[left + 1] = kept;
      return !Objects.equals(row[left], kept);
    }
  },
  /** Two rows stand in each other's place. */
  SWAPPED_ROWS {
    @Override
    boolean spoil(Segment segment, Random random) {
      if (segment.rows() < 2) {
        return false;
      }
      int place = random.nextInt(segment.rows() - 1);
      @Nullable Object[] one = segment.row(place);
      @Nullable Object[] other = segment.row(place + 1);
      @Nullable Object[] kept = one.clone();
      System.arraycopy(other, 0, one, 0, one.length);
      System.arraycopy(kept, 0, other, 0, kept.length);
      return !Arrays.equals(one, other);
    }
  },
  /** A row counts a little too much. */
  WRONG_VALUE {
    @Override
    boolean spoil(Segment segment, Random random) {
      @Nullable Object[] row = segment.row(random.nextInt(segment.rows()));
      int column = random.nextInt(row.length);
      if (!(row[column] instanceof Number number)) {
        return false;
      }
      row[column] = number.doubleValue() + 1;
      return true;
    }
  };

  /** Spoils a row; whether it is another one now. */
  abstract boolean spoil(Segment segment, Random random);

  /**
   * Spoils a row of one of the segments of a cache.
   *
   * @return whether that changed anything
   */
  public boolean plant(SegmentCache cache, Random random) {
    List<Segment> segments = new ArrayList<>(cache.segments());
    segments.removeIf(s -> s.rows() == 0);
    return !segments.isEmpty() && spoil(segments.get(random.nextInt(segments.size())), random);
  }
}
