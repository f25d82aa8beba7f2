package org.quadrille.server.bench;

/** A benchmark that cannot be made or whose answers are wrong; the message is for the user. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchException(String message) {
    super(message);
  }

  BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
