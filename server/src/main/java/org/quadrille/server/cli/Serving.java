package org.quadrille.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.schema.SchemaException;
import org.quadrille.cubes.store.StoreException;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.app.QuadrilleServer;
import org.quadrille.server.app.ServerMark;
import org.quadrille.server.config.ServeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server for settings and stays until it is stopped; common to serve and demo. */
final class Serving {
  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

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
    Catalogs catalogs = opener.open(settings.catalogs(), settings.limits().store());
    try {
      openFiles(settings.catalogs(), catalogs);
    } catch (CommandFailure e) {
      catalogs.close();
      throw e;
    }
    try (QuadrilleServer server = QuadrilleServer.start(settings, catalogs)) {
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

  /** Opens each DuckDB file once, so that a file held by another process is told at once. */
  private static void openFiles(List<CatalogSettings> settings, Catalogs catalogs) {
    Set<String> seen = new HashSet<>();
    for (CatalogSettings each : settings) {
      if (ServerMark.databaseFile(each.jdbcUrl()).isEmpty() || !seen.add(each.jdbcUrl())) {
        continue;
      }
      try {
        catalogs.get(each.name()).dataVersion();
      } catch (StoreException | MdxException e) {
        throw new CommandFailure("catalog " + each.name() + ": " + Failures.describe(e), e);
      } catch (UnknownNameException | SchemaException e) {
        // A schema that is refused does not stop the other catalogs.
        LOG.debug("catalog {} cannot be used", each.name(), e);
      }
    }
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
