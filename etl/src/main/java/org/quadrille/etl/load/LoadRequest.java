package org.quadrille.etl.load;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.quadrille.etl.report.LoadProgress;

/**
 * One load.
 *
 * @param job the job file; the paths of its sources are relative to its folder
 * @param data folder in which the star is, made if need be
 */
public record LoadRequest(Path job, Path data, LoadProgress progress) {
  public LoadRequest {
    requireNonNull(job, "job is null");
    requireNonNull(data, "data is null");
    requireNonNull(progress, "progress is null");
  }
}
