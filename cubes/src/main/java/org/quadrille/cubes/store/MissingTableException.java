package org.quadrille.cubes.store;

/** The schema reads a table or column that the database does not have. */
public final class MissingTableException extends StoreException {
  private static final long serialVersionUID = 1L;

  MissingTableException(String message) {
    super(message, null);
  }
}
