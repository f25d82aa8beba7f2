package org.quadrille.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.sql.SqlCursor;
import org.quadrille.cubes.sql.plan.SqlPlan;
import org.quadrille.cubes.sql.plan.SqlPlanner;
import org.quadrille.server.format.SqlCsv;
import org.quadrille.server.format.SqlJson;
import org.quadrille.server.format.SqlText;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.RunningSql;
import org.quadrille.server.query.Surface;

/** Queries in SQL, and what they may read. Rows are sent as the database gives them. */
final class SqlEndpoints {
  /** Rows where the client does not say how many. */
  private static final long USUAL_ROWS = 10_000;

  private final Queries queries;
  private final RunningSql running;

  SqlEndpoints(Queries queries, RunningSql running) {
    this.queries = queries;
    this.running = running;
  }

  /** Answers a query as JSON, CSV or a text table, whichever the client prefers. */
  void sql(Exchange exchange) throws IOException {
    SqlRequest request = SqlRequest.read(exchange);
    Catalog catalog = queries.catalogs().get(request.catalog());
    String id = request.id() == null ? UUID.randomUUID().toString() : request.id();
    long started = System.nanoTime();
    try (RunningSql.Entry entry = running.enter(id);
        SqlCursor cursor =
            queries.sql(
                Surface.SQL,
                catalog,
                request.sql(),
                request.parameters(),
                request.context(),
                entry::runs)) {
      exchange.setHeader("Cache-Control", "no-store");
      if (exchange.prefers("text/csv")) {
        csv(exchange, cursor, request.maxRows() == null ? Long.MAX_VALUE : request.maxRows());
        return;
      }
      long limit = request.maxRows() == null ? USUAL_ROWS : request.maxRows();
      if (exchange.prefers("text/plain")) {
        exchange.send(200, "text/plain", SqlText.draw(cursor, limit));
        return;
      }
      // The first row is waited for, so that an error up to then has its status.
      boolean any = cursor.next();
      try (OutputStream out = exchange.stream(200, "application/json; charset=utf-8")) {
        SqlJson.write(catalog.name(), cursor, any, limit, started, out);
      }
    }
  }

  private static void csv(Exchange exchange, SqlCursor cursor, long limit) throws IOException {
    boolean any = cursor.next();
    try (Writer out =
        new OutputStreamWriter(
            exchange.stream(200, "text/csv; charset=utf-8; header=present"),
            StandardCharsets.UTF_8)) {
      SqlCsv.write(cursor, any, limit, out);
    }
  }

  /** Tells how a query will be answered, without running it. */
  void explain(Exchange exchange) throws IOException {
    SqlRequest request = SqlRequest.read(exchange);
    SqlPlan plan =
        queries.catalogs().get(request.catalog()).sql().plan(request.sql(), request.context());
    if (exchange.prefers("text/plain")) {
      String notes = String.join("\n", plan.notes());
      exchange.send(
          200, "text/plain", plan.statement() + "\n" + (notes.isEmpty() ? "" : notes + "\n"));
      return;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("statement", plan.statement());
    answer.put("columns", plan.columns());
    answer.put("parameters", plan.parameters());
    answer.put("notes", plan.notes());
    Json.send(exchange, answer);
  }

  /** Stops a query that was sent with an id. */
  void cancel(Exchange exchange) throws IOException {
    JsonNode node = Json.read(exchange, List.of("id"));
    String id = Json.required(node, "id");
    if (!running.cancel(id)) {
      throw new HttpProblem(404, "not_running", "no query with the id " + id + " is running");
    }
    Json.send(exchange, Map.of("id", id, "cancelled", true));
  }

  /** The tables and views of a catalog. */
  void tables(Exchange exchange) throws IOException {
    Catalog catalog = queries.catalogs().get(exchange.variable("catalog"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("catalog", catalog.name());
    answer.put(
        "tables",
        catalog.sql().tables(QueryRequest.context(exchange, exchange.parameter("role"), null)));
    answer.put("functions", SqlPlanner.functions());
    Json.send(exchange, answer);
  }
}
