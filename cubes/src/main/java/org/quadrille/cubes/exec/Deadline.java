package org.quadrille.cubes.exec;

import java.time.Duration;
import org.quadrille.cubes.mdx.MdxException;

/** When a query must end; a query is ended early by cancelling it. */
final class Deadline {
  private final long endNanos;
  private final Duration limit;
  private volatile boolean cancelled;

  Deadline(Duration limit) {
    this.limit = limit;
    this.endNanos = System.nanoTime() + limit.toNanos();
  }

  void cancel() {
    cancelled = true;
  }

  /** Throws when the query was cancelled or its time is over. */
  void check() {
    if (cancelled) {
      throw new MdxException(null, "the query was cancelled");
    }
    if (System.nanoTime() - endNanos > 0) {
      throw new MdxException(
          null, "the query took longer than " + limit.toSeconds() + " s and was ended");
    }
  }
}
