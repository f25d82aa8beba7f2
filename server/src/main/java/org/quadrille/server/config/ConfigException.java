package org.quadrille.server.config;

/** A settings file that is refused; the message begins with file, line and column. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }
}
