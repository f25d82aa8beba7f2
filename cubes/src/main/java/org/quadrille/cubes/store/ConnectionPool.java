package org.quadrille.cubes.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Connections that nobody uses now, to be used again. Safe for use by many threads. */
final class ConnectionPool {
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final int most;
  private boolean closed;

  /** Keeps at most so many. */
  ConnectionPool(int most) {
    this.most = most;
  }

  /** What opens another connection. */
  interface Opener {
    Connection open() throws SQLException;
  }

  /** A connection in a transaction of its own. */
  Connection take(Opener opener) throws SQLException {
    while (true) {
      Connection known;
      synchronized (this) {
        known = idle.poll();
      }
      if (known == null) {
        Connection opened = opener.open();
        opened.setAutoCommit(false);
        return opened;
      }
      if (!known.isClosed()) {
        return known;
      }
    }
  }

  /** Ends the transaction and keeps the connection; one that fails at that is closed. */
  void giveBack(Connection connection) throws SQLException {
    boolean kept = false;
    try {
      connection.rollback();
      synchronized (this) {
        kept = !closed && idle.size() < most;
        if (kept) {
          idle.push(connection);
        }
      }
    } finally {
      if (!kept) {
        connection.close();
      }
    }
  }

  /** Closes those that nobody uses; those in use are closed when they are given back. */
  void close() throws SQLException {
    synchronized (this) {
      closed = true;
    }
    for (Connection connection = poll(); connection != null; connection = poll()) {
      connection.close();
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Connection poll() {
    return idle.poll();
  }
}
