package org.quadrille.cubes.catalog;

/** A catalog, cube, role or member that does not exist or cannot be used. */
public final class UnknownNameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownNameException(String message) {
    super(message);
  }
}
