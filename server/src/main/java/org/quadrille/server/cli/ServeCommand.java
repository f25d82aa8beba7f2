package org.quadrille.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.config.ServeSettings;
import org.quadrille.server.config.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the user's own catalogs. */
@Command(name = "serve", description = "Serves the catalogs of a settings file.")
final class ServeCommand implements Callable<Integer> {
  private final Serving serving;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "Settings in YAML.")
  private Path config = Path.of("");

  @Option(names = "--port", paramLabel = "N", description = "Instead of the settings' port.")
  private @Nullable Integer port;

  ServeCommand(Console console, CatalogsOpener opener) {
    this.serving = new Serving(console, opener);
  }

  @Override
  public Integer call() throws IOException {
    ServeSettings settings = SettingsReader.read(config);
    serving.serve(port == null ? settings : settings.withPort(port));
    return 0;
  }
}
