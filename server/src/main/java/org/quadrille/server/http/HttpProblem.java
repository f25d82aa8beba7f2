package org.quadrille.server.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error: status, code, message and place. */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable Integer line;
  private final @Nullable Integer column;

  /**
   * Makes a problem.
   *
   * @param status HTTP status, 400 or above
   * @param code for programs, such as {@code bad_request}
   * @param message for people: what is wrong and what mends it
   */
  public HttpProblem(int status, String code, String message) {
    this(status, code, message, null, null);
  }

  /**
   * Makes a problem at a place in the text that was sent.
   *
   * @param line counted from 1, null where there is no place
   * @param column counted from 1, null where there is no place
   */
  public HttpProblem(
      int status, String code, String message, @Nullable Integer line, @Nullable Integer column) {
    super(message);
    this.status = status;
    this.code = Objects.requireNonNull(code, "code");
    this.line = line;
    this.column = column;
  }

  /** A request that is not as it must be. */
  public static HttpProblem badRequest(String message) {
    return new HttpProblem(400, "bad_request", message);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** The code for programs. */
  public String code() {
    return code;
  }

  /** Line from 1, or null. */
  public @Nullable Integer line() {
    return line;
  }

  /** Column from 1, or null. */
  public @Nullable Integer column() {
    return column;
  }
}
