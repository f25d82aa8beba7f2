package org.quadrille.server.query;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Queries in SQL that are running under a name that their client gave them, so that it can stop
 * them.
 */
public final class RunningSql {
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  /** A query; what stops it is there once it runs. */
  private static final class Running {
    private boolean cancelled;
    private Runnable stop = () -> {};

    synchronized void runs(Runnable stopping) {
      stop = stopping;
      if (cancelled) {
        stop.run();
      }
    }

    synchronized void cancel() {
      cancelled = true;
      stop.run();
    }
  }

  /** A place in the list, to be left when the query has ended. */
  public interface Entry extends AutoCloseable {
    /** The query runs from now on. */
    void runs(Runnable stop);

    @Override
    void close();
  }

  /** Enters a query before it runs. */
  public Entry enter(String id) {
    Running entered = new Running();
    running.put(id, entered);
    return new Entry() {
      @Override
      public void runs(Runnable stop) {
        entered.runs(stop);
      }

      @Override
      public void close() {
        running.remove(id, entered);
      }
    };
  }

  /**
   * Stops a query.
   *
   * @return false where none of that name is running
   */
  public boolean cancel(String id) {
    Running found = running.get(id);
    if (found == null) {
      return false;
    }
    found.cancel();
    return true;
  }
}
