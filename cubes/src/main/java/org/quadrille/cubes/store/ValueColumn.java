package org.quadrille.cubes.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Keys;

/**
 * A column of a result, grown row by row: whole numbers as numbers, all else as objects. Equal
 * texts that follow each other are kept once.
 */
final class ValueColumn {
  private static final int NUMBERS = 1;
  private static final int OBJECTS = 2;

  private final int kind;
  private final boolean ints;
  private long[] numbers = new long[0];
  private @Nullable Object[] objects = new @Nullable Object[0];
  private java.util.@Nullable BitSet nulls;
  private int size;

  private ValueColumn(int jdbcType) {
    boolean isInt =
        jdbcType == Types.INTEGER || jdbcType == Types.SMALLINT || jdbcType == Types.TINYINT;
    this.ints = isInt;
    this.kind = isInt || jdbcType == Types.BIGINT ? NUMBERS : OBJECTS;
  }

  /** Reads all rows. */
  static List<ValueColumn> read(ResultSet rows) throws SQLException {
    ResultSetMetaData metaData = rows.getMetaData();
    List<ValueColumn> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      columns.add(new ValueColumn(metaData.getColumnType(i)));
    }
    while (rows.next()) {
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(rows, i + 1);
      }
    }
    return columns;
  }

  private void add(ResultSet rows, int column) throws SQLException {
    if (kind == NUMBERS) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(64, size * 2));
      }
      numbers[size] = rows.getLong(column);
      if (numbers[size] == 0 && rows.wasNull()) {
        nulls = nulls == null ? new java.util.BitSet() : nulls;
        nulls.set(size);
      }
    } else {
      if (size == objects.length) {
        objects = Arrays.copyOf(objects, Math.max(64, size * 2));
      }
      Object value = Literals.normal(rows.getObject(column));
      objects[size] =
          size > 0 && value != null && value.equals(objects[size - 1]) ? objects[size - 1] : value;
    }
    size++;
  }

  int size() {
    return size;
  }

  /** Whether all values are whole numbers and none is null. */
  boolean isWhole() {
    return kind == NUMBERS && nulls == null;
  }

  private boolean isNull(int row) {
    return nulls != null && nulls.get(row);
  }

  /** A value in the form that {@link Literals#normal} gives. */
  @Nullable Object get(int row) {
    if (kind == OBJECTS) {
      return objects[row];
    }
    if (isNull(row)) {
      return null;
    }
    return ints ? (Object) (int) numbers[row] : (Object) numbers[row];
  }

  /** Compares two values; see {@link Keys#compare}. */
  int compare(int a, int b) {
    if (kind == OBJECTS || nulls != null) {
      return Keys.compare(get(a), get(b));
    }
    return Long.compare(numbers[a], numbers[b]);
  }

  /** The values of these rows. */
  @Nullable Object[] pick(int[] rows) {
    @Nullable Object[] picked = new @Nullable Object[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = get(rows[i]);
    }
    return picked;
  }
}
