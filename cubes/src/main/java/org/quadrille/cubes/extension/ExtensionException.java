package org.quadrille.cubes.extension;

/** A class of an extension that cannot be used, or fails; the message names it. */
public final class ExtensionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExtensionException(String message) {
    super(message);
  }

  ExtensionException(String message, Throwable cause) {
    super(message, cause);
  }
}
