package org.quadrille.server.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that takes our mails.
 *
 * @param port 1 to 65535
 * @param user null where the server wants no login
 * @param from sender's address
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    String from) {
  /** How the connection is protected. */
  public enum Security {
    /** Not at all; only for a server on this machine or in tests. */
    NONE,
    /** Begins in the clear and must change to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
  }

  public MailSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(security, "security");
    Objects.requireNonNull(from, "from");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
    }
    if (!from.contains("@")) {
      throw new IllegalArgumentException("from must be a mail address, not " + from);
    }
    if (user != null && password == null) {
      throw new IllegalArgumentException("user needs a password beside it");
    }
  }
}
