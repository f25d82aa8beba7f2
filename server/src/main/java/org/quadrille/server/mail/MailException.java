package org.quadrille.server.mail;

/** A mail that could not be handed over; it may be tried again. */
public final class MailException extends Exception {
  private static final long serialVersionUID = 1L;

  public MailException(String message) {
    super(message);
  }

  public MailException(String message, Throwable cause) {
    super(message, cause);
  }
}
