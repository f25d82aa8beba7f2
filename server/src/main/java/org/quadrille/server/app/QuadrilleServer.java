package org.quadrille.server.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.config.AuthMode;
import org.quadrille.server.config.ServeSettings;
import org.quadrille.server.http.Routes;
import org.quadrille.server.http.WebServer;
import org.quadrille.server.jdbc.JdbcEndpoint;
import org.quadrille.server.query.EngineProblems;
import org.quadrille.server.query.Metrics;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.RunningQueries;
import org.quadrille.server.query.RunningSql;
import org.quadrille.server.query.Sessions;
import org.quadrille.server.rest.RestRoutes;
import org.quadrille.server.state.StateDatabase;
import org.quadrille.server.view.StateViews;
import org.quadrille.server.xmla.XmlaEndpoint;
import org.quadrille.web.Pages;

/** The whole server: catalogs and everything that answers for them. */
public final class QuadrilleServer implements AutoCloseable {
  private final Catalogs catalogs;
  private final WebServer web;
  private final List<ServerMark> marks;
  private final StateDatabase state;
  private final ReportPost post;

  private QuadrilleServer(
      Catalogs catalogs,
      WebServer web,
      List<ServerMark> marks,
      StateDatabase state,
      ReportPost post) {
    this.post = post;
    this.catalogs = catalogs;
    this.state = state;
    this.web = web;
    this.marks = marks;
  }

  /**
   * Starts a server that owns the catalogs from now on, also where starting fails.
   *
   * @throws org.quadrille.server.state.StateException if the state was asked for and cannot be
   *     opened
   * @throws IOException if the address cannot be listened on
   */
  public static QuadrilleServer start(ServeSettings settings, Catalogs catalogs)
      throws IOException {
    StateDatabase state;
    ReportPost post;
    Pages pages;
    try {
      state = StateDatabase.open(settings.state());
    } catch (RuntimeException e) {
      catalogs.close();
      throw e;
    }
    try {
      StateViews views = new StateViews(state.dataSource(), Clock.systemUTC());
      post = new ReportPost(settings.reports(), state);
      pages = ReportPages.of(catalogs, settings.reports(), views, post.board());
    } catch (RuntimeException e) {
      state.close();
      catalogs.close();
      throw e;
    }
    WebServer web =
        new WebServer(
            settings.listen().host(),
            settings.listen().port(),
            routes(catalogs, settings.limits().timeout(), pages),
            new EngineProblems(),
            settings.auth() == AuthMode.NONE);
    try {
      web.start();
      List<String> addresses =
          settings.catalogs().stream().map(CatalogSettings::jdbcUrl).distinct().toList();
      post.start(pages);
      return new QuadrilleServer(
          catalogs, web, ServerMark.leave(addresses, web.address()), state, post);
    } catch (IOException | RuntimeException e) {
      web.close();
      state.close();
      catalogs.close();
      throw e;
    }
  }

  private static Routes routes(Catalogs catalogs, Duration limit, Pages pages) {
    Metrics metrics = new Metrics();
    RunningQueries running = new RunningQueries(Clock.systemUTC());
    Queries queries = new Queries(catalogs, metrics, limit, running);
    Routes.Builder routes = Routes.builder();
    RunningSql sql = new RunningSql();
    RestRoutes.add(routes, queries, metrics, sql);
    routes.post("/jdbc", new JdbcEndpoint(queries, new EngineProblems(), sql));
    routes.post(
        "/xmla", new XmlaEndpoint(queries, new Sessions(Clock.systemUTC()), UUID::randomUUID));
    RestRoutes.addPages(routes, pages);
    return routes.build();
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
    post.close();
    state.close();
    catalogs.close();
  }
}
