package org.quadrille.server.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Objects;

/**
 * Where commands print. Results go to standard output, everything else to standard error.
 *
 * @param terminal whether a person watches, so that a line may be written over
 */
public record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
  private static final String CLEAR_LINE = "\r\u001b[K";

  public Console {
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
  }

  /** Tells how far a long command is; on a terminal the next progress replaces it. */
  public void progress(String text) {
    if (terminal) {
      err.print(CLEAR_LINE + text);
      err.flush();
    } else {
      err.println(text);
    }
  }

  /** Prints a line that stays. */
  public void say(String text) {
    if (terminal) {
      err.print(CLEAR_LINE);
    }
    err.println(text);
  }
}
