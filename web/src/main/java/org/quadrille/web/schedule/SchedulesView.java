package org.quadrille.web.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, in the reader's words.
 *
 * @param forms parameters that forms keep, such as the language
 * @param here address of the page
 * @param notice what was just done; null for nothing
 * @param atWork whether a run has not ended
 */
public record SchedulesView(
    String forms,
    String here,
    @Nullable String notice,
    List<Row> rows,
    List<Past> history,
    boolean atWork) {
  /** A schedule. */
  public record Row(
      String name,
      String report,
      String times,
      String zone,
      String next,
      boolean paused,
      List<String> readers,
      String formats,
      boolean onlyIfChanged) {}

  /** A run. */
  public record Past(
      String schedule,
      String due,
      boolean test,
      String outcome,
      String tone,
      String attempts,
      String duration,
      List<Delivered> deliveries) {}

  /** What one recipient got. */
  public record Delivered(
      String recipient,
      String outcome,
      String tone,
      String message,
      List<ReportRun.Document> documents) {}
}
