package org.quadrille.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a running server by its REST addresses. */
final class RemoteQueries {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String url;

  /**
   * Prepares to ask; connects later.
   *
   * @param url address of the server, with or without a slash at the end
   */
  RemoteQueries(String url) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The names of the catalogs. */
  List<String> catalogs() throws IOException, InterruptedException {
    String body = send(request("/api/v1/catalogs").build());
    List<String> names = new ArrayList<>();
    mapper
        .readTree(body)
        .path("catalogs")
        .forEach(catalog -> names.add(catalog.path("name").textValue()));
    return names;
  }

  /** Runs a query and gives the answer in the wanted form. */
  String mdx(
      String catalog, String mdx, @Nullable String role, @Nullable String lang, OutputFormat format)
      throws IOException, InterruptedException {
    return post("/api/v1/mdx", catalog, mdx, role, lang, format.mediaType());
  }

  /** Explains a query as text. */
  String explain(String catalog, String mdx, @Nullable String role, @Nullable String lang)
      throws IOException, InterruptedException {
    return post("/api/v1/explain", catalog, mdx, role, lang, "text/plain");
  }

  private String post(
      String path,
      String catalog,
      String mdx,
      @Nullable String role,
      @Nullable String lang,
      String mediaType)
      throws IOException, InterruptedException {
    ObjectNode body = mapper.createObjectNode();
    body.put("catalog", catalog);
    body.put("mdx", mdx);
    body.put("role", role);
    body.put("lang", lang);
    return post(path, body, mediaType);
  }

  /** Runs a query in SQL and gives the answer in the wanted form. */
  String sql(
      String catalog,
      String sql,
      @Nullable Long maxRows,
      @Nullable String role,
      @Nullable String lang,
      OutputFormat format)
      throws IOException, InterruptedException {
    ObjectNode body = mapper.createObjectNode();
    body.put("catalog", catalog);
    body.put("sql", sql);
    body.put("maxRows", maxRows);
    body.put("role", role);
    body.put("lang", lang);
    return post("/api/v1/sql", body, format.mediaType());
  }

  /** Explains a query in SQL as text. */
  String explainSql(String catalog, String sql, @Nullable String role)
      throws IOException, InterruptedException {
    ObjectNode body = mapper.createObjectNode();
    body.put("catalog", catalog);
    body.put("sql", sql);
    body.put("role", role);
    return post("/api/v1/sql/explain", body, "text/plain");
  }

  private String post(String path, ObjectNode body, String mediaType)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Accept", mediaType)
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    try {
      return HttpRequest.newBuilder(URI.create(url + path));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "\"" + url + "\" is no address of a server; write such as http://127.0.0.1:8080", e);
    }
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = client.send(request, BodyHandlers.ofString());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new CommandFailure("no server answers at " + url, e);
    }
    if (response.statusCode() != 200) {
      throw new CommandFailure(message(response));
    }
    return response.body();
  }

  private String message(HttpResponse<String> response) {
    try {
      JsonNode error = mapper.readTree(response.body()).path("error");
      String message = error.path("message").asText("");
      String place =
          error.path("line").isInt()
              ? " (line " + error.path("line") + ", column " + error.path("column") + ")"
              : "";
      if (!message.isEmpty()) {
        return message + place;
      }
    } catch (IOException e) {
      return url + " does not answer as a Quadrille server (" + e.getMessage() + ")";
    }
    return url + " answered with status " + response.statusCode();
  }
}
