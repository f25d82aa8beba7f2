package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Ends a query from another thread. Safe for use by many threads. */
public final class Cancellation {
  private final String id;
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** For a query with an id that nobody chose. */
  public Cancellation() {
    this(UUID.randomUUID().toString());
  }

  /**
   * For a query.
   *
   * @param id by which it can be named from outside
   */
  public Cancellation(String id) {
    this.id = Objects.requireNonNull(id, "id");
  }

  /** The id of the query. */
  public String id() {
    return id;
  }

  /** Ends what runs under it, and whatever begins under it later. */
  public void cancel() {
    List<Runnable> due;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Whether it was cancelled. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** What to do when it is cancelled; done at once where it was. */
  void whenCancelled(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }
}
