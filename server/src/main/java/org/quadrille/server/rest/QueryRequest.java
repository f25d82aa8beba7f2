package org.quadrille.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Cancellation;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;

/** A query as REST clients send it: catalog, mdx, and if they like role, lang and id. */
record QueryRequest(String catalog, String mdx, QueryContext context) {
  private static final List<String> KEYS = List.of("catalog", "mdx", "role", "lang", "id");

  private static final int LONGEST_ID = 100;

  QueryRequest {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(mdx, "mdx");
    Objects.requireNonNull(context, "context");
  }

  static QueryRequest read(Exchange exchange) throws IOException {
    JsonNode node = Json.read(exchange, KEYS);
    return new QueryRequest(
        Json.required(node, "catalog"),
        Json.required(node, "mdx"),
        context(exchange, Json.optional(node, "role"), Json.optional(node, "lang"))
            .of(exchange.client(), cancellation(Json.optional(node, "id"))));
  }

  private static Cancellation cancellation(@Nullable String id) {
    if (id == null) {
      return new Cancellation();
    }
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw HttpProblem.badRequest("an id has 1 to " + LONGEST_ID + " characters");
    }
    return new Cancellation(id);
  }

  /** What ends the query. */
  Cancellation cancellation() {
    return Objects.requireNonNull(context.cancellation(), "a request can be cancelled");
  }

  /** The context of a request: its language, its role, the usual time limit. */
  static QueryContext context(Exchange exchange, @Nullable String role, @Nullable String lang) {
    Locale locale = lang == null ? exchange.locale() : Locale.forLanguageTag(lang);
    return QueryContext.DEFAULT.withLocale(locale).withRole(role);
  }
}
