package org.quadrille.server.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.MemberQuery;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;

/** Catalogs, cubes and members. */
final class MetadataEndpoints {
  private static final int DEFAULT_LIMIT = 1_000;
  private static final int MAX_LIMIT = 100_000;

  private final Catalogs catalogs;

  MetadataEndpoints(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /** The names of all catalogs; reads no schema. */
  void catalogs(Exchange exchange) throws IOException {
    List<Map<String, String>> names =
        catalogs.all().stream().map(catalog -> Map.of("name", catalog.name())).toList();
    Json.send(exchange, Map.of("catalogs", names));
  }

  /** The cubes of a catalog, those with faults included. */
  void cubes(Exchange exchange) throws IOException {
    Catalog catalog = catalog(exchange);
    Json.send(
        exchange, Map.of("catalog", catalog.name(), "cubes", catalog.cubes(context(exchange))));
  }

  /** Dimensions, measures and sets of a cube. */
  void cube(Exchange exchange) throws IOException {
    Json.send(exchange, catalog(exchange).cube(exchange.variable("cube"), context(exchange)));
  }

  /** Members of a hierarchy or level, or the relatives of a member. */
  void members(Exchange exchange) throws IOException {
    MemberQuery query = memberQuery(exchange);
    Json.send(
        exchange,
        Map.of(
            "members",
            catalog(exchange).members(exchange.variable("cube"), query, context(exchange))));
  }

  private static MemberQuery memberQuery(Exchange exchange) {
    List<MemberQuery.Kind> kinds = new ArrayList<>();
    for (MemberQuery.Kind kind : MemberQuery.Kind.values()) {
      if (exchange.parameter(parameter(kind)) != null) {
        kinds.add(kind);
      }
    }
    if (kinds.size() != 1) {
      throw HttpProblem.badRequest(
          "say which members by one of the parameters "
              + Arrays.stream(MemberQuery.Kind.values())
                  .map(MetadataEndpoints::parameter)
                  .collect(Collectors.joining(", "))
              + " with a unique name");
    }
    String name = exchange.parameter(parameter(kinds.get(0)));
    if (name == null || name.isBlank()) {
      throw HttpProblem.badRequest("the parameter " + parameter(kinds.get(0)) + " is empty");
    }
    return new MemberQuery(
        kinds.get(0), name, exchange.parameter("search"), limit(exchange.parameter("limit")));
  }

  private static String parameter(MemberQuery.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 0 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw HttpProblem.badRequest("the parameter limit must be a whole number, not " + text);
    }
    throw HttpProblem.badRequest("the parameter limit must be between 0 and " + MAX_LIMIT);
  }

  private Catalog catalog(Exchange exchange) {
    return catalogs.get(exchange.variable("catalog"));
  }

  private static QueryContext context(Exchange exchange) {
    return QueryRequest.context(exchange, exchange.parameter("role"), null);
  }
}
