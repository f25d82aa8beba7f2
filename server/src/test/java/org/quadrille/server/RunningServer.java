package org.quadrille.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.server.app.QuadrilleServer;
import org.quadrille.server.config.AuthMode;
import org.quadrille.server.config.ListenSettings;
import org.quadrille.server.config.ServeSettings;

/** A server on a free port, and a client that calls it. */
public final class RunningServer implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final QuadrilleServer server;

  /** Starts a server for catalogs without a database file. */
  public RunningServer(Catalogs catalogs) {
    this(
        catalogs,
        List.of(
            new CatalogSettings(
                "Shop",
                Path.of("none.xml"),
                "jdbc:duckdb:",
                null,
                null,
                new VersionRule.Static())));
  }

  /** Starts a server for the catalogs that were opened for the settings. */
  public RunningServer(Catalogs catalogs, List<CatalogSettings> settings) {
    try {
      server =
          QuadrilleServer.start(
              new ServeSettings(new ListenSettings("127.0.0.1", 0), settings, AuthMode.NONE),
              catalogs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a path. */
  public URI uri(String path) {
    return URI.create(server.address() + path);
  }

  /** Gets a path; headers are name, value, name, value, and so on. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).build());
  }

  /** Posts a body. */
  public HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)).build());
  }

  /** Sends any request. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri(path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  @Override
  public void close() {
    server.close();
  }
}
