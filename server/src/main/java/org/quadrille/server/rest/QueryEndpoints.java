package org.quadrille.server.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.quadrille.cubes.catalog.Explanation;
import org.quadrille.cubes.mdx.StatementKind;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.server.format.CellSetCsv;
import org.quadrille.server.format.CellSetJson;
import org.quadrille.server.format.RowSetJson;
import org.quadrille.server.format.TextTable;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.RunningQueries;
import org.quadrille.server.query.Surface;

/** MDX queries and their explanations. */
final class QueryEndpoints {
  private final Queries queries;

  QueryEndpoints(Queries queries) {
    this.queries = queries;
  }

  /**
   * Answers a query as JSON, CSV or a text table, whichever the client prefers; DRILLTHROUGH and
   * EXPLAIN as JSON.
   */
  void mdx(Exchange exchange) throws IOException {
    QueryRequest request = QueryRequest.read(exchange);
    switch (StatementKind.of(request.mdx())) {
      case QUERY -> query(exchange, request);
      case DRILLTHROUGH -> drillThrough(exchange, request);
      case EXPLAIN -> explain(exchange, request);
      case CREATE, DROP ->
          throw HttpProblem.badRequest(
              "there are no sessions here; write the definition before the query, after WITH");
    }
  }

  private void drillThrough(Exchange exchange, QueryRequest request) throws IOException {
    RowSet rows =
        watched(
            exchange,
            request,
            () ->
                queries.drillThrough(
                    Surface.REST, request.catalog(), request.mdx(), request.context()));
    exchange.setHeader("Cache-Control", "no-store");
    try (OutputStream out = exchange.stream(200, "application/json; charset=utf-8")) {
      RowSetJson.write(queries.catalogs().get(request.catalog()).name(), rows, out);
    }
  }

  private void query(Exchange exchange, QueryRequest request) throws IOException {
    CellSet cellSet =
        watched(
            exchange,
            request,
            () ->
                queries.execute(Surface.REST, request.catalog(), request.mdx(), request.context()));
    exchange.setHeader("Cache-Control", "no-store");
    if (exchange.prefers("text/csv")) {
      try (Writer out = writer(exchange, "text/csv; charset=utf-8; header=present")) {
        CellSetCsv.write(cellSet, out);
      }
    } else if (exchange.prefers("text/plain")) {
      exchange.send(200, "text/plain", TextTable.draw(cellSet));
    } else {
      try (OutputStream out = exchange.stream(200, "application/json; charset=utf-8")) {
        CellSetJson.write(queries.catalogs().get(request.catalog()).name(), cellSet, out);
      }
    }
  }

  /** Runs a query as if no cell were known and tells how: as JSON, or as text. */
  void explain(Exchange exchange) throws IOException {
    explain(exchange, QueryRequest.read(exchange));
  }

  private void explain(Exchange exchange, QueryRequest request) throws IOException {
    Explanation explanation =
        watched(
            exchange,
            request,
            () ->
                queries.explain(Surface.REST, request.catalog(), request.mdx(), request.context()));
    if (exchange.prefers("text/plain")) {
      exchange.setHeader("Cache-Control", "no-store");
      exchange.send(200, "text/plain", String.join("\n", explanation.steps()) + "\n");
    } else {
      Json.send(exchange, explanation);
    }
  }

  /** Runs a query that ends when its client goes away; the answer names its id. */
  private static <T> T watched(Exchange exchange, QueryRequest request, Supplier<T> query) {
    exchange.setHeader("X-Query-Id", request.cancellation().id());
    try (Exchange.Watch watch = exchange.watchClient(request.cancellation()::cancel)) {
      return query.get();
    }
  }

  /** Lists the queries that run now. */
  void running(Exchange exchange) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    Instant now = Instant.now();
    for (RunningQueries.Running each : queries.running().all()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", each.id());
      row.put("user", each.user());
      row.put("surface", each.surface().name().toLowerCase(Locale.ROOT));
      row.put("catalog", each.catalog());
      row.put("mdx", each.mdx());
      row.put("millis", Duration.between(each.started(), now).toMillis());
      rows.add(row);
    }
    Json.send(exchange, Map.of("queries", rows));
  }

  /** Ends a query. */
  void cancel(Exchange exchange) throws IOException {
    String id = exchange.variable("id");
    if (!queries.running().cancel(id)) {
      throw new HttpProblem(404, "unknown_query", "no query with the id " + id + " runs now");
    }
    Json.send(exchange, Map.of("id", id, "cancelled", true));
  }

  private static Writer writer(Exchange exchange, String contentType) throws IOException {
    return new OutputStreamWriter(exchange.stream(200, contentType), StandardCharsets.UTF_8);
  }
}
