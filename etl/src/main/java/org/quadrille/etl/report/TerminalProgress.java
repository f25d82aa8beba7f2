package org.quadrille.etl.report;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;

/**
 * Progress for people: one line a step. In live mode the line of the present step is written over
 * while it grows; in plain mode, for logs and pipes, each step is one line when it is done.
 */
public final class TerminalProgress implements LoadProgress {
  private static final long MILLIS_BETWEEN = 200;

  private final PrintStream out;
  private final boolean live;
  private final Clock clock;
  private String step = "";
  private long began;
  private long shown;

  /**
   * A progress display.
   *
   * @param live whether {@code out} is a terminal on which a line can be written over
   */
  public TerminalProgress(PrintStream out, boolean live, Clock clock) {
    this.out = requireNonNull(out, "out is null");
    this.live = live;
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public void begin(String name) {
    step = name;
    began = clock.millis();
    shown = began;
    if (live) {
      write("\r%-32s …", name);
    }
  }

  @Override
  public void rows(long rows) {
    long now = clock.millis();
    if (live && now - shown >= MILLIS_BETWEEN) {
      shown = now;
      write("\r%-32s %,12d rows …", step, rows);
    }
  }

  @Override
  public void end(long rows) {
    double seconds = (clock.millis() - began) / 1000.0;
    String count = rows == 0 ? " ".repeat(17) : String.format(Locale.ROOT, "%,12d rows", rows);
    write((live ? "\r" : "") + "%-32s %s %6.1f s%n", step, count, seconds);
  }

  private void write(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
