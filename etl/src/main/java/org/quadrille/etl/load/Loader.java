package org.quadrille.etl.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.job.JobReader;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.report.LoadReport;

/** Runs jobs. One load is one transaction on the star: it is there as a whole or not at all. */
public final class Loader {
  private final Clock clock;

  /** The clock dates loads and, where a job asks for it, versions of members. */
  public Loader(Clock clock) {
    this.clock = clock;
  }

  /**
   * Loads.
   *
   * @throws LoadException where nothing was loaded; the star is as it was
   */
  public LoadReport load(LoadRequest request) {
    Job job = JobReader.read(request.job());
    Path folder = request.job().toAbsolutePath().getParent();
    return load(job, folder, request.data().resolve(job.into()), request.progress());
  }

  /**
   * Loads a job that has been read.
   *
   * @param folder to which the paths of sources are relative
   * @param star the DuckDB file, made if need be
   * @throws LoadException where nothing was loaded; the star is as it was
   */
  public LoadReport load(Job job, Path folder, Path star, LoadProgress progress) {
    try (Workspace workspace = Workspace.open(star)) {
      return new LoadRun(job, folder, star, workspace.sql(), progress, clock).run();
    } catch (SQLException | IOException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new LoadException(
          job.name() + ": the load failed and nothing was changed: " + reason, e);
    }
  }
}
