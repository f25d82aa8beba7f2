package org.quadrille.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.config.AuthMode;
import org.quadrille.server.config.ListenSettings;
import org.quadrille.server.config.ServeSettings;
import org.quadrille.server.config.SettingsReader;
import org.quadrille.server.http.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes, loads and serves the sample company in one go. */
@Command(
    name = "demo",
    description = "Makes the sample company, loads and serves it; a second start reuses the data.")
final class DemoCommand implements Callable<Integer> {
  private final Console console;
  private final Serving serving;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      description = "Port (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "NAME",
      description = "Host to listen on (default ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for the data (default: data in the program's folder).")
  private @Nullable Path data;

  @Option(
      names = "--scale",
      defaultValue = "1",
      paramLabel = "N",
      description = "1 (the default) makes about 500,000 order lines.")
  private double scale;

  DemoCommand(Console console, CatalogsOpener opener) {
    this.console = console;
    this.serving = new Serving(console, opener);
  }

  @Override
  public Integer call() throws IOException {
    ListenSettings listen = new ListenSettings(host, port);
    AuthMode.NONE.check(listen);
    WebServer.check(host, port);
    Path folder = (data == null ? Home.data() : data).resolve("sample");
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new CommandFailure(
            "the data folder "
                + Home.shown(folder)
                + " is in use by another demo; stop it, or choose another folder with --data");
      }
      ServeSettings settings;
      try {
        SampleStar star = new SampleStar(console, folder, scale);
        star.prepare();
        settings = SettingsReader.read(star.settings());
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      serving.serve(
          new ServeSettings(listen, settings.catalogs(), AuthMode.NONE, settings.state()));
    }
    return 0;
  }
}
