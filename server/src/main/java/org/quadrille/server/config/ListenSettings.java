package org.quadrille.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/**
 * Where the server listens.
 *
 * @param host name or address
 * @param port 0 to 65535; 0 takes any free port
 */
public record ListenSettings(String host, int port) {
  /** This machine only, port 8080. */
  public static final ListenSettings DEFAULT = new ListenSettings("127.0.0.1", 8080);

  public ListenSettings {
    Objects.requireNonNull(host, "host");
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be empty");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
  }

  /** The same host with another port. */
  public ListenSettings withPort(int other) {
    return new ListenSettings(host, other);
  }

  /** Whether the host can be reached from this machine only; false for an unknown host. */
  public boolean loopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
