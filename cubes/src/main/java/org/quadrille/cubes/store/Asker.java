package org.quadrille.cubes.store;

import java.time.Duration;
import java.util.Objects;

/**
 * For whom a session reads.
 *
 * @param user whose turn it is in the line of statements
 * @param timeout how long all its statements may take, waiting included
 */
public record Asker(String user, Duration timeout) {
  public Asker {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(timeout, "timeout");
  }
}
