package org.quadrille.server.app;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.config.AuthMode;
import org.quadrille.server.config.ServeSettings;
import org.quadrille.server.http.Routes;
import org.quadrille.server.http.WebServer;
import org.quadrille.server.query.EngineProblems;
import org.quadrille.server.query.Metrics;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.Sessions;
import org.quadrille.server.rest.RestRoutes;
import org.quadrille.server.xmla.XmlaEndpoint;
import org.quadrille.web.Pages;
import org.quadrille.web.page.PageSettings;

/** The whole server: catalogs and everything that answers for them. */
public final class QuadrilleServer implements AutoCloseable {
  private final Catalogs catalogs;
  private final WebServer web;
  private final List<ServerMark> marks;

  private QuadrilleServer(Catalogs catalogs, WebServer web, List<ServerMark> marks) {
    this.catalogs = catalogs;
    this.web = web;
    this.marks = marks;
  }

  /**
   * Starts a server that owns the catalogs from now on, also where starting fails.
   *
   * @throws IOException if the address cannot be listened on
   */
  public static QuadrilleServer start(ServeSettings settings, Catalogs catalogs)
      throws IOException {
    Metrics metrics = new Metrics();
    Queries queries = new Queries(catalogs, metrics);
    Routes.Builder routes = Routes.builder();
    RestRoutes.add(routes, queries, metrics);
    routes.post(
        "/xmla", new XmlaEndpoint(queries, new Sessions(Clock.systemUTC()), UUID::randomUUID));
    RestRoutes.addPages(routes, new Pages(catalogs, PageSettings.DEFAULT));
    WebServer web =
        new WebServer(
            settings.listen().host(),
            settings.listen().port(),
            routes.build(),
            new EngineProblems(),
            settings.auth() == AuthMode.NONE);
    try {
      web.start();
      List<String> addresses =
          settings.catalogs().stream().map(CatalogSettings::jdbcUrl).distinct().toList();
      return new QuadrilleServer(catalogs, web, ServerMark.leave(addresses, web.address()));
    } catch (IOException | RuntimeException e) {
      web.close();
      catalogs.close();
      throw e;
    }
  }

  /** The address, such as {@code http://127.0.0.1:8080}, without a slash at the end. */
  public String address() {
    return web.address();
  }

  /** Waits until the server has been closed. */
  public void join() throws InterruptedException {
    web.join();
  }

  @Override
  public void close() {
    marks.forEach(ServerMark::remove);
    web.close();
    catalogs.close();
  }
}
