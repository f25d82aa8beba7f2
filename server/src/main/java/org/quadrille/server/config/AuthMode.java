package org.quadrille.server.config;

/** How users prove who they are. */
public enum AuthMode {
  /** Not at all: whoever reaches the server may use it, so only this machine can reach it. */
  NONE;

  /**
   * Checks that a server may listen there.
   *
   * @throws IllegalArgumentException if other machines could reach it without a login
   */
  public void check(ListenSettings listen) {
    if (this == NONE && !listen.loopback()) {
      throw new IllegalArgumentException(
          "host "
              + listen.host()
              + " can be reached from other machines, but auth mode none lets everybody in;"
              + " use host 127.0.0.1");
    }
  }
}
