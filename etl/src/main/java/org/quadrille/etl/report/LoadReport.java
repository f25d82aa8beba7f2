package org.quadrille.etl.report;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a load did.
 *
 * @param star the DuckDB file
 * @param loadId the row of {@code etl_load}; the last one's where nothing was written
 * @param dataVersion of the star after the load
 * @param counts first the reading of each source, then each target
 * @param rejects most frequent first within a target
 */
public record LoadReport(
    String job,
    Path star,
    Outcome outcome,
    long loadId,
    long dataVersion,
    Duration duration,
    List<RowCount> counts,
    List<RejectCount> rejects) {
  public LoadReport {
    requireNonNull(job, "job is null");
    requireNonNull(star, "star is null");
    requireNonNull(outcome, "outcome is null");
    requireNonNull(duration, "duration is null");
    counts = List.copyOf(counts);
    rejects = List.copyOf(rejects);
  }

  /** Rows read from all sources. */
  public long read() {
    return counts.stream().filter(count -> count.target() == null).mapToLong(RowCount::read).sum();
  }

  /** Rejected rows of all sources and targets. */
  public long rejected() {
    return counts.stream().mapToLong(RowCount::rejected).sum();
  }
}
