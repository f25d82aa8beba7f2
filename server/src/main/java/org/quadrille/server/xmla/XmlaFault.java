package org.quadrille.server.xmla;

import java.util.Objects;

/** A request that is answered with a SOAP fault. */
public final class XmlaFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Side side;
  private final String code;

  /** Whose fault it is. */
  public enum Side {
    CLIENT("Client"),
    SERVER("Server");

    private final String label;

    Side(String label) {
      this.label = label;
    }
  }

  /**
   * Makes a fault.
   *
   * @param code for programs, as in REST errors
   * @param message for people
   */
  public XmlaFault(Side side, String code, String message) {
    super(Objects.requireNonNull(message, "message"));
    this.side = Objects.requireNonNull(side, "side");
    this.code = Objects.requireNonNull(code, "code");
  }

  /** A request that is not as it must be. */
  public static XmlaFault client(String message) {
    return new XmlaFault(Side.CLIENT, "bad_request", message);
  }

  /** The faultcode, such as {@code Client.mdx}. */
  String faultCode() {
    return side.label + "." + code;
  }

  /** The code for programs. */
  String code() {
    return code;
  }
}
