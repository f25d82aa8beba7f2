package org.quadrille.etl.foodmart;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.quadrille.etl.LoadException;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.job.JobReader;
import org.quadrille.etl.load.Loader;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.report.LoadReport;

/** Copies FoodMart, 37 tables, into a DuckDB file with the same names and types. */
public final class FoodMart {
  private static final String JOB = "foodmart.yaml";

  private FoodMart() {}

  /**
   * Makes or renews the file; a second call changes nothing.
   *
   * @throws LoadException where the file cannot be written
   */
  public static LoadReport load(Path duckdbFile) {
    return load(duckdbFile, LoadProgress.silent());
  }

  /** As {@link #load(Path)}, with progress. */
  public static LoadReport load(Path duckdbFile, LoadProgress progress) {
    Path file = duckdbFile.toAbsolutePath();
    return new Loader(Clock.systemUTC()).load(job(), file.resolveSibling("."), file, progress);
  }

  private static Job job() {
    try (InputStream stream = FoodMart.class.getResourceAsStream(JOB)) {
      if (stream == null) {
        throw new LoadException(JOB + " is not on the class path; the installation is broken");
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        return JobReader.read(JOB, reader);
      }
    } catch (IOException e) {
      throw new LoadException(JOB + " cannot be read: " + e.getMessage(), e);
    }
  }
}
