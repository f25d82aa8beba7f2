package org.quadrille.server.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlCursor;

/**
 * A statement of a client, with the cursor of its answer. Only {@link #cancel} may be concurrent.
 */
final class JdbcStatement {
  private final int id;
  private @Nullable String sql;
  private @Nullable SqlCursor cursor;
  private long position;
  private boolean more;
  private long left;
  private boolean cancelled;
  private @Nullable Runnable stop;

  JdbcStatement(int id) {
    this.id = id;
  }

  int id() {
    return id;
  }

  /** Keeps the text of a prepared statement. */
  void prepare(String text) {
    sql = text;
  }

  @Nullable String sql() {
    return sql;
  }

  /** The statement's query runs; it is stopped at once where it was cancelled before. */
  synchronized void runs(Runnable stopping) {
    stop = stopping;
    if (cancelled) {
      stopping.run();
    }
  }

  /** Stops what runs; may be called by any thread. */
  synchronized void cancel() {
    cancelled = true;
    if (stop != null) {
      stop.run();
    }
  }

  /**
   * Begins to read an answer.
   *
   * @param maxRows at most so many rows, below 1 for all
   */
  void open(SqlCursor opened, long maxRows) {
    close();
    cursor = opened;
    position = 0;
    left = maxRows < 1 ? Long.MAX_VALUE : maxRows;
    more = opened.next();
  }

  /** Makes ready for another run. */
  synchronized void reset() {
    cancelled = false;
    stop = null;
  }

  long position() {
    return position;
  }

  boolean isOpen() {
    return cursor != null;
  }

  /** The next rows, at most so many; the cursor is closed after the last. */
  Meta.Frame frame(int count) {
    SqlCursor reading = cursor;
    if (reading == null) {
      return Meta.Frame.EMPTY;
    }
    List<Object> rows = new ArrayList<>(Math.min(count, 10_000));
    int width = reading.columns().size();
    while (more && rows.size() < count && left > 0) {
      Object[] row = new Object[width];
      for (int i = 0; i < width; i++) {
        row[i] = Signatures.sent(reading.value(i));
      }
      rows.add(row);
      left--;
      more = reading.next();
    }
    long offset = position;
    position += rows.size();
    boolean done = !more || left == 0;
    if (done) {
      close();
    }
    return Meta.Frame.create(offset, done, rows);
  }

  /** Closes the cursor. */
  void close() {
    SqlCursor closing = cursor;
    cursor = null;
    if (closing != null) {
      closing.close();
    }
  }
}
