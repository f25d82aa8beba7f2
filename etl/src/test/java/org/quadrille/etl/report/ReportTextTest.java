package org.quadrille.etl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {
  private static final List<RowCount> COUNTS =
      List.of(
          new RowCount("orders", null, 1001, 1000, 1),
          new RowCount("regions", null, 3, 3, 0),
          new RowCount("orders", "sales", 1000, 990, 10));

  @Test
  void countsComeWithTheirReasons() {
    LoadReport report =
        new LoadReport(
            "shop",
            Path.of("star.duckdb"),
            Outcome.LOADED_WITH_REJECTS,
            7,
            4,
            Duration.ofMillis(2345),
            COUNTS,
            List.of(
                new RejectCount("orders", null, "quote", 1),
                new RejectCount("orders", "sales", "bad_type", 10)));
    assertThat(ReportText.of(report).lines().map(String::strip))
        .containsExactly(
            "orders                         read      1,001  loaded      1,000  rejected        1",
            "1  quote",
            "orders → sales                 read      1,000  loaded        990  rejected       10",
            "10  bad_type",
            "Loaded shop: data version 4 in star.duckdb, 2.3 s; 11 rows were rejected: see table etl_reject,"
                + " load_id 7.");
  }

  @Test
  void anUnchangedStarIsSaid() {
    LoadReport report =
        new LoadReport(
            "shop", Path.of("s"), Outcome.UNCHANGED, 1, 1, Duration.ZERO, List.of(), List.of());
    assertThat(ReportText.of(report))
        .isEqualTo("Nothing has changed since the last load of shop: data version 1 in s.");
  }

  @Test
  void plainProgressWritesEachStepOnce() {
    assertThat(progress(false))
        .isEqualTo(
            "read orders                            12,345 rows    1.0 s\n"
                + "commit                                                1.0 s\n");
  }

  @Test
  void liveProgressWritesOverItsLine() {
    assertThat(progress(true))
        .startsWith(
            "\rread orders                      …\rread orders                            10,000 rows …")
        .contains("\rread orders                            12,345 rows    1.0 s\n");
  }

  private static String progress(boolean live) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TickingClock clock = new TickingClock();
    TerminalProgress progress =
        new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), live, clock);
    progress.begin("read orders");
    clock.millis += 400;
    progress.rows(10_000);
    clock.millis += 600;
    progress.end(12_345);
    progress.begin("commit");
    clock.millis += 1000;
    progress.end(0);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static final class TickingClock extends Clock {
    private long millis;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }
}
