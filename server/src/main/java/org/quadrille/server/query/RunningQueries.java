package org.quadrille.server.query;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.quadrille.cubes.catalog.Cancellation;
import org.quadrille.cubes.catalog.QueryContext;

/** The queries that run now, by their ids. Safe for use by many threads. */
public final class RunningQueries {
  private final Clock clock;
  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
  private final LongAdder cancelled = new LongAdder();

  /** No queries yet. */
  public RunningQueries(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * A query.
   *
   * @param user whose it is: a session, or the address of a client
   */
  public record Running(
      String id, String user, Surface surface, String catalog, String mdx, Instant started) {}

  private record Entry(Running running, Cancellation cancellation) {}

  /**
   * Takes up a query; one without a way to end it is not listed.
   *
   * @return ends its listing
   * @throws QueryIdInUseException if a running query has its id
   */
  Listing begin(Surface surface, String catalog, String mdx, QueryContext context) {
    Cancellation cancellation = context.cancellation();
    if (cancellation == null) {
      return () -> {};
    }
    String id = cancellation.id();
    Running running = new Running(id, context.user(), surface, catalog, mdx, clock.instant());
    Entry entry = new Entry(running, cancellation);
    if (entries.putIfAbsent(id, entry) != null) {
      throw new QueryIdInUseException(id);
    }
    return () -> {
      entries.remove(id, entry);
      if (cancellation.isCancelled()) {
        cancelled.increment();
      }
    };
  }

  /** Ends the listing of a query. */
  interface Listing extends AutoCloseable {
    @Override
    void close();
  }

  /** All that run, the longest first. */
  public List<Running> all() {
    return entries.values().stream()
        .map(Entry::running)
        .sorted(Comparator.comparing(Running::started))
        .toList();
  }

  /** Ends a query; false where none of that id runs. */
  public boolean cancel(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      return false;
    }
    entry.cancellation().cancel();
    return true;
  }

  /** Ends all queries of a user. */
  public void cancelOf(String user) {
    for (Entry entry : entries.values()) {
      if (entry.running().user().equals(user)) {
        entry.cancellation().cancel();
      }
    }
  }

  /** How many run now. */
  int size() {
    return entries.size();
  }

  /** How many were ended from outside. */
  long cancelledCount() {
    return cancelled.sum();
  }

  /** An id that a running query has. */
  static final class QueryIdInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueryIdInUseException(String id) {
      super("a query with the id " + id + " runs already; give each its own");
    }
  }
}
