package org.quadrille.server.rest;

import org.quadrille.server.http.Routes;
import org.quadrille.server.query.Metrics;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.RunningSql;
import org.quadrille.web.Pages;

/**
 * Which REST address is answered by what; {@code openapi.json} beside this class describes them.
 */
public final class RestRoutes {
  private RestRoutes() {}

  /** Adds the REST addresses. */
  public static void add(
      Routes.Builder routes, Queries queries, Metrics metrics, RunningSql running) {
    StatusEndpoints status = new StatusEndpoints(queries, metrics);
    MetadataEndpoints metadata = new MetadataEndpoints(queries.catalogs());
    QueryEndpoints query = new QueryEndpoints(queries);
    SqlEndpoints sql = new SqlEndpoints(queries, running);
    routes
        .get("/health", status::health)
        .get("/metrics", status::metrics)
        .get("/api/v1/openapi.json", status::openApi)
        .get("/api/v1/catalogs", metadata::catalogs)
        .get("/api/v1/catalogs/{catalog}/cubes", metadata::cubes)
        .get("/api/v1/catalogs/{catalog}/cubes/{cube}", metadata::cube)
        .get("/api/v1/catalogs/{catalog}/cubes/{cube}/members", metadata::members)
        .get("/api/v1/catalogs/{catalog}/tables", sql::tables)
        .post("/api/v1/sql", sql::sql)
        .post("/api/v1/sql/explain", sql::explain)
        .post("/api/v1/sql/cancel", sql::cancel)
        .post("/api/v1/mdx", query::mdx)
        .post("/api/v1/explain", query::explain)
        .get("/api/v1/queries", query::running)
        .post("/api/v1/queries/{id}/cancel", query::cancel);
  }

  /** Adds the pages, which take whatever no other route has; to be called last. */
  public static void addPages(Routes.Builder routes, Pages pages) {
    PagesEndpoint endpoint = new PagesEndpoint(pages);
    routes.post("/forms/{page}/{form}", endpoint).get("/*", endpoint).post("/*", endpoint);
  }
}
