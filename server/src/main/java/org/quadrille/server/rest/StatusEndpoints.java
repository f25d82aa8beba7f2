package org.quadrille.server.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.query.Metrics;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.RunningQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Liveness, metrics and the description of the REST addresses. */
final class StatusEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(StatusEndpoints.class);

  private final Catalogs catalogs;
  private final RunningQueries running;
  private final Metrics metrics;

  StatusEndpoints(Queries queries, Metrics metrics) {
    this.catalogs = queries.catalogs();
    this.running = queries.running();
    this.metrics = metrics;
  }

  /** Says that the server lives, and which data each catalog has. */
  void health(Exchange exchange) throws IOException {
    List<Map<String, String>> states = new ArrayList<>();
    for (Catalog catalog : catalogs.all()) {
      Map<String, String> state = new LinkedHashMap<>();
      state.put("name", catalog.name());
      try {
        state.put("dataVersion", catalog.dataVersion());
      } catch (RuntimeException e) {
        // The server lives although this database cannot be read.
        LOG.warn("no data version of {}", catalog.name(), e);
        state.put("error", String.valueOf(e.getMessage()));
      }
      states.add(state);
    }
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", "ok");
    health.put("catalogs", states);
    Json.send(exchange, health);
  }

  /** The counts for Prometheus. */
  void metrics(Exchange exchange) throws IOException {
    exchange.setHeader("Cache-Control", "no-store");
    exchange.send(200, "text/plain; version=0.0.4", metrics.text(running, catalogs.load()));
  }

  /** The OpenAPI description. */
  void openApi(Exchange exchange) throws IOException {
    try (InputStream in = StatusEndpoints.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is missing in the program");
      }
      exchange.send(200, "application/json; charset=utf-8", in.readAllBytes());
    }
  }
}
