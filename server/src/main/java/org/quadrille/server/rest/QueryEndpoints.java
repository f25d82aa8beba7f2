package org.quadrille.server.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.server.format.CellSetCsv;
import org.quadrille.server.format.CellSetJson;
import org.quadrille.server.format.TextTable;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.query.Queries;
import org.quadrille.server.query.Surface;

/** MDX queries and their explanations. */
final class QueryEndpoints {
  private final Queries queries;

  QueryEndpoints(Queries queries) {
    this.queries = queries;
  }

  /** Answers a query as JSON, CSV or a text table, whichever the client prefers. */
  void mdx(Exchange exchange) throws IOException {
    QueryRequest request = QueryRequest.read(exchange);
    CellSet cellSet =
        queries.execute(Surface.REST, request.catalog(), request.mdx(), request.context());
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

  /** Runs a query and tells how it was answered. */
  void explain(Exchange exchange) throws IOException {
    QueryRequest request = QueryRequest.read(exchange);
    Json.send(
        exchange,
        queries.explain(Surface.REST, request.catalog(), request.mdx(), request.context()));
  }

  private static Writer writer(Exchange exchange, String contentType) throws IOException {
    return new OutputStreamWriter(exchange.stream(200, contentType), StandardCharsets.UTF_8);
  }
}
