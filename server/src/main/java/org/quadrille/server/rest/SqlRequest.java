package org.quadrille.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;

/**
 * A query in SQL as REST clients send it.
 *
 * @param maxRows null for the usual number
 * @param id by which it can be cancelled, null for none
 */
record SqlRequest(
    String catalog,
    String sql,
    List<@Nullable Object> parameters,
    @Nullable Long maxRows,
    @Nullable String id,
    QueryContext context) {
  private static final List<String> KEYS =
      List.of("catalog", "sql", "parameters", "maxRows", "timeoutSeconds", "id", "role", "lang");
  private static final int LONGEST_SECONDS = 3_600;

  SqlRequest {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(sql, "sql");
    parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    Objects.requireNonNull(context, "context");
  }

  static SqlRequest read(Exchange exchange) throws IOException {
    JsonNode node = Json.read(exchange, KEYS);
    QueryContext context =
        QueryRequest.context(exchange, Json.optional(node, "role"), Json.optional(node, "lang"));
    Long seconds = number(node, "timeoutSeconds", LONGEST_SECONDS);
    if (seconds != null) {
      context =
          new QueryContext(
              context.role(), context.locale(), Duration.ofSeconds(Math.max(1, seconds)));
    }
    return new SqlRequest(
        Json.required(node, "catalog"),
        Json.required(node, "sql"),
        parameters(node.get("parameters")),
        number(node, "maxRows", Long.MAX_VALUE),
        Json.optional(node, "id"),
        context);
  }

  private static @Nullable Long number(JsonNode node, String key, long most) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || value.longValue() < 0 || value.longValue() > most) {
      throw HttpProblem.badRequest(
          "the key "
              + key
              + " must be a whole number from 0"
              + (most == Long.MAX_VALUE ? "" : " to " + most));
    }
    return value.longValue();
  }

  private static List<@Nullable Object> parameters(@Nullable JsonNode node) {
    List<@Nullable Object> values = new ArrayList<>();
    if (node == null || node.isNull()) {
      return values;
    }
    if (!node.isArray()) {
      throw HttpProblem.badRequest("the key parameters must be a list of values");
    }
    for (JsonNode value : node) {
      values.add(value(value));
    }
    return values;
  }

  private static @Nullable Object value(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    if (value.isNumber()) {
      return value.decimalValue();
    }
    throw HttpProblem.badRequest(
        "a parameter is a text, a number, true, false or null; dates are written as texts and cast:"
            + " CAST(? AS DATE)");
  }
}
