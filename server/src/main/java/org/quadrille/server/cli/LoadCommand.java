package org.quadrille.server.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.load.LoadRequest;
import org.quadrille.etl.load.Loader;
import org.quadrille.etl.report.LoadReport;
import org.quadrille.etl.report.Outcome;
import org.quadrille.etl.report.RejectCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a load job. */
@Command(
    name = "load",
    description = {
      "Runs a load job (docs/etl.md).",
      "Exit code 0: loaded; 3: loaded, but some rows were rejected; 1: failed, nothing changed."
    })
final class LoadCommand implements Callable<Integer> {
  /** Exit code where rows were rejected. */
  private static final int WITH_REJECTS = 3;

  private final Console console;

  @Parameters(paramLabel = "JOB.yaml", description = "The job file.")
  private Path job = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the star (default: data in the program's folder).")
  private @Nullable Path data;

  LoadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path folder = data == null ? Home.data() : data;
    LoadReport report = load(console, job, folder);
    return report.rejected() > 0 ? WITH_REJECTS : 0;
  }

  /** Loads a job and prints what came of it. */
  static LoadReport load(Console console, Path job, Path folder) {
    LoadReport report =
        new Loader(Clock.systemUTC())
            .load(new LoadRequest(job, folder, new ConsoleProgress(console)));
    for (RejectCount reject : report.rejects()) {
      console.say(
          String.format(
              Locale.ROOT,
              "rejected: %s%s, %s: %,d",
              reject.source(),
              reject.target() == null ? "" : " -> " + reject.target(),
              reject.code(),
              reject.rows()));
    }
    String what = report.outcome() == Outcome.UNCHANGED ? "unchanged" : "loaded";
    console.say(
        String.format(
            Locale.ROOT,
            "%s: %s, %s read, %,d rejected%s, data version %d, %.1f s",
            Home.shown(report.star()),
            what,
            ConsoleProgress.count(report.read()),
            report.rejected(),
            report.rejected() > 0 ? " (table etl_reject)" : "",
            report.dataVersion(),
            report.duration().toMillis() / 1e3));
    return report;
  }
}
