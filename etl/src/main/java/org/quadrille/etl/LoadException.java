package org.quadrille.etl;

import org.jspecify.annotations.Nullable;

/**
 * A load that did not happen. The message is one sentence for the user: the place, what is wrong,
 * and what to do; the star is as it was before.
 */
public final class LoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LoadException(String message) {
    super(message);
  }

  /** The cause is for the log; the message must say everything that the user needs. */
  public LoadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
