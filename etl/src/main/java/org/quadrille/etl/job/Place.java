package org.quadrille.etl.job;

import static java.util.Objects.requireNonNull;

import org.quadrille.etl.LoadException;

/** A place in a job file; {@code line} and {@code column} count from 1. */
public record Place(String file, int line, int column) {
  public Place {
    requireNonNull(file, "file is null");
  }

  /** A refusal that begins with this place. */
  public LoadException refuse(String message) {
    return new LoadException(this + ": " + message);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
