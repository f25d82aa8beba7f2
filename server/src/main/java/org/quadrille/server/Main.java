package org.quadrille.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.store.StoreLimits;
import org.quadrille.server.cli.CommandLines;
import org.quadrille.server.cli.Console;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /**
   * Runs a command.
   *
   * @param args the command and its options; {@code help} lists them
   */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Console console = new Console(System.in, out, err, System.console() != null);
    int code = CommandLines.of(console, Main::open).execute(args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static Catalogs open(List<CatalogSettings> settings, StoreLimits limits) {
    return Catalogs.open(settings, Clock.systemDefaultZone(), limits);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
