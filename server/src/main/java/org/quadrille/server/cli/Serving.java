package org.quadrille.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.app.QuadrilleServer;
import org.quadrille.server.app.ServerMark;
import org.quadrille.server.config.ServeSettings;

/** Starts a server for settings and stays until it is stopped; common to serve and demo. */
final class Serving {
  private final Console console;
  private final CatalogsOpener opener;

  Serving(Console console, CatalogsOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  /**
   * Serves until the process is told to end.
   *
   * @throws CommandFailure if a file is missing or held by another server
   */
  void serve(ServeSettings settings) throws IOException {
    check(settings.catalogs());
    try (QuadrilleServer server =
        QuadrilleServer.start(settings, opener.open(settings.catalogs()))) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      console.say("Quadrille is at " + server.address() + "/  (Ctrl-C stops it)");
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(List<CatalogSettings> catalogs) {
    List<String> missing = new ArrayList<>();
    for (CatalogSettings catalog : catalogs) {
      databaseIsFree(catalog);
      if (!Files.isRegularFile(catalog.schema())) {
        missing.add("catalog " + catalog.name() + ": there is no schema file " + catalog.schema());
      }
    }
    if (missing.size() == catalogs.size()) {
      throw new CommandFailure(missing.get(0));
    }
    // One catalog without its schema does not stop the others.
    missing.forEach(message -> console.say("quadrille: " + message));
  }

  private static void databaseIsFree(CatalogSettings catalog) {
    Optional<Path> file = ServerMark.databaseFile(catalog.jdbcUrl());
    if (file.isPresent() && !Files.exists(file.get())) {
      throw new CommandFailure(
          "catalog "
              + catalog.name()
              + ": there is no database file "
              + file.get()
              + "; make it with ./quadrille load");
    }
    Optional<String> server = ServerMark.find(catalog.jdbcUrl());
    if (server.isPresent()) {
      throw new CommandFailure(
          "the database "
              + file.map(Path::toString).orElse("")
              + " is already served at "
              + server.get()
              + "; stop that server first");
    }
  }
}
