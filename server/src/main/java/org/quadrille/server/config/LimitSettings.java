package org.quadrille.server.config;

import java.time.Duration;
import java.util.Objects;
import org.quadrille.cubes.store.StoreLimits;

/**
 * What queries may take.
 *
 * @param timeout after which a query is ended, its waiting included; at least a second
 * @param store what its statements may take of a database
 */
public record LimitSettings(Duration timeout, StoreLimits store) {
  /** A minute, and the usual limits of a database. */
  public static LimitSettings usual() {
    return new LimitSettings(Duration.ofSeconds(60), StoreLimits.usual());
  }

  public LimitSettings {
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(store, "store");
    if (timeout.toSeconds() < 1) {
      throw new IllegalArgumentException("a query has a second at least");
    }
  }
}
