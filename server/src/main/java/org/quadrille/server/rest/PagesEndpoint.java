package org.quadrille.server.rest;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.http.Endpoint;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;
import org.quadrille.web.Pages;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;

/** Hands requests to the pages of the web module and sends what they answer. */
final class PagesEndpoint implements Endpoint {
  private final Pages pages;

  PagesEndpoint(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    PageRequest request =
        new PageRequest(
            exchange.method(),
            decode(exchange.path()),
            exchange.parameters(),
            form(exchange),
            exchange.headers(),
            exchange.cookies(),
            role(exchange.parameter("role")));
    PageResponse response =
        pages
            .handle(request)
            .orElseThrow(
                () -> new HttpProblem(404, "not_found", "there is nothing at " + exchange.path()));
    response.headers().forEach(exchange::setHeader);
    String contentType = response.contentType().isEmpty() ? null : response.contentType();
    exchange.send(response.status(), contentType, response.body());
  }

  /** Without users everybody may act under any role, as over REST. */
  private static @Nullable String role(@Nullable String asked) {
    return asked == null || asked.isBlank() ? null : asked;
  }

  /** The fields of a form that was sent; empty for every other body. */
  private static Map<String, List<String>> form(Exchange exchange) throws IOException {
    String type = exchange.header("Content-Type");
    if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
      return Map.of();
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : exchange.bodyText().split("&", -1)) {
      String[] sides = pair.split("=", 2);
      if (!sides[0].isEmpty()) {
        fields
            .computeIfAbsent(field(sides[0]), name -> new ArrayList<>())
            .add(sides.length < 2 ? "" : field(sides[1]));
      }
    }
    return fields;
  }

  private static String field(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw HttpProblem.badRequest("the form has a broken percent escape");
    }
  }

  private static String decode(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw HttpProblem.badRequest("the path has a broken percent escape");
    }
  }
}
