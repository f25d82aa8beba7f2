package org.quadrille.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.quadrille.etl.sample.SampleGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the sample company's source files. */
@Command(
    name = "generate",
    description = "Writes the source files of the sample company, with load job and schema.")
final class GenerateCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the files; made if it does not exist.")
  private Path out = Path.of("");

  @Option(
      names = "--scale",
      defaultValue = "1",
      paramLabel = "N",
      description = "1 (the default) makes about 500,000 order lines.")
  private double scale;

  @Option(
      names = "--seed",
      defaultValue = "" + SampleGenerator.DEFAULT_SEED,
      paramLabel = "N",
      description = "The same seed and scale make the same files (default ${DEFAULT-VALUE}).")
  private long seed;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    new SampleGenerator(seed, scale).generate(out, console::progress);
    console.say("Wrote the sample company to " + out);
    return 0;
  }
}
