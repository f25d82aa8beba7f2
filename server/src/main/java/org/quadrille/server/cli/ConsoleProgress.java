package org.quadrille.server.cli;

import java.util.Locale;
import org.quadrille.etl.report.LoadProgress;

/** Shows on the console how a load goes on. */
final class ConsoleProgress implements LoadProgress {
  private final Console console;
  private String step = "";

  ConsoleProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begin(String next) {
    step = next;
    if (console.terminal()) {
      console.progress(step + " ...");
    }
  }

  @Override
  public void rows(long rows) {
    if (console.terminal()) {
      console.progress(step + ": " + count(rows));
    }
  }

  @Override
  public void end(long rows) {
    // A step without rows, such as the commit, is only done.
    console.progress(rows == 0 ? step : step + ": " + count(rows));
  }

  static String count(long rows) {
    return String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows);
  }
}
