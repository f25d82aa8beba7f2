package org.quadrille.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Answers with an error: JSON for programs, a small page for browsers outside the API. */
final class ErrorBody {
  private ErrorBody() {}

  static void send(Exchange exchange, HttpProblem problem) throws IOException {
    exchange.setHeader("Cache-Control", "no-store");
    if (exchange.wantsHtml() && !exchange.path().startsWith("/api/")) {
      exchange.send(problem.status(), "text/html", page(problem));
    } else {
      exchange.send(problem.status(), "application/json", json(problem));
    }
  }

  private static String json(HttpProblem problem) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode error = root.putObject("error");
    error.put("code", problem.code());
    error.put("message", problem.getMessage());
    error.put("line", problem.line());
    error.put("column", problem.column());
    return root.toString();
  }

  private static String page(HttpProblem problem) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%1$d</title></head>
        <body>
        <h1>%1$d</h1>
        <p>%2$s</p>
        <p><a href="/">Quadrille</a></p>
        </body>
        </html>
        """
        .formatted(problem.status(), escape(problem.getMessage()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
