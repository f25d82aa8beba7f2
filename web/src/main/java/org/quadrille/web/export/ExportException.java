package org.quadrille.web.export;

/** A file that cannot be written, with the remedy. */
public final class ExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why, and what to do instead. */
  public ExportException(String message) {
    super(message);
  }
}
