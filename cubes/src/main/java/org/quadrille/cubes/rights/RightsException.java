package org.quadrille.cubes.rights;

/** A grant that means nothing in its cube, so that the role cannot be used. */
public final class RightsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RightsException(String message) {
    super(message);
  }
}
