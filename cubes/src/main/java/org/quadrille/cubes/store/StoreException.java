package org.quadrille.cubes.store;

import org.jspecify.annotations.Nullable;

/** The database refused or failed; the message says what was asked of it. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
