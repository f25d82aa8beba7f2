package org.quadrille.cubes.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.store.RowStream;
import org.quadrille.cubes.store.StoreException;

/**
 * The answer to a query in SQL, row by row; to be closed. Used by one thread; only {@link #cancel}
 * may be called by others.
 */
public final class SqlCursor implements AutoCloseable {
  private final RowStream rows;
  private final List<SqlColumn> columns;
  private final SqlAnswer about;

  /** What is known of an answer before its rows. */
  public record SqlAnswer(String statement, List<String> notes, String dataVersion) {
    public SqlAnswer {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Rows, read from now on.
   *
   * @param names of the columns
   */
  public SqlCursor(RowStream rows, List<String> names, SqlAnswer about) {
    this.rows = rows;
    this.about = about;
    List<SqlColumn> described = new ArrayList<>();
    for (RowStream.Column column : rows.columns()) {
      described.add(
          new SqlColumn(
              names.get(described.size()),
              ColumnTypes.name(column.jdbcType(), column.precision(), column.scale()),
              ColumnTypes.known(column.jdbcType()),
              column.precision(),
              column.scale(),
              null));
    }
    this.columns = List.copyOf(described);
  }

  /** The columns. */
  public List<SqlColumn> columns() {
    return columns;
  }

  /** The statement of the database and where its data come from. */
  public SqlAnswer about() {
    return about;
  }

  /**
   * Goes to the next row.
   *
   * @return false after the last
   * @throws SqlException if the query was stopped or the database fails
   */
  public boolean next() {
    try {
      return rows.next();
    } catch (StoreException e) {
      throw SqlException.of(e);
    }
  }

  /**
   * A value of the current row: Integer, Long, BigDecimal, Double, Boolean, String, LocalDate,
   * LocalDateTime, or null.
   *
   * @param column from 0
   */
  public @Nullable Object value(int column) {
    try {
      return rows.value(column);
    } catch (StoreException e) {
      throw SqlException.of(e);
    }
  }

  /** The current row. */
  public List<@Nullable Object> row() {
    List<@Nullable Object> row = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      row.add(value(i));
    }
    return row;
  }

  /** Stops the query; may be called by any thread. */
  public void cancel() {
    rows.cancel();
  }

  @Override
  public void close() {
    rows.close();
  }
}
