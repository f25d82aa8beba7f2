package org.quadrille.cubes.store;

import org.jspecify.annotations.Nullable;

/** A statement that was stopped before it ended. */
public final class StoppedException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final boolean late;

  StoppedException(String message, boolean late, @Nullable Throwable cause) {
    super(message, cause);
    this.late = late;
  }

  /** Whether its time limit stopped it; else someone cancelled it. */
  public boolean isLate() {
    return late;
  }
}
