package org.quadrille.server.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file beside a DuckDB file that holds the address of the server that has it open. A DuckDB file
 * belongs to one process; other commands read the mark and ask that server.
 */
public final class ServerMark {
  private static final Logger LOG = LoggerFactory.getLogger(ServerMark.class);
  private static final String DUCKDB = "jdbc:duckdb:";
  private static final String SUFFIX = ".server";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path file;

  private ServerMark(Path file) {
    this.file = file;
  }

  /** Leaves a mark beside each DuckDB file of the JDBC addresses. */
  static List<ServerMark> leave(List<String> jdbcAddresses, String serverAddress) {
    List<ServerMark> marks = new ArrayList<>();
    for (String address : jdbcAddresses) {
      Optional<Path> file = databaseFile(address).map(ServerMark::mark);
      if (file.isEmpty()) {
        continue;
      }
      try {
        Files.writeString(file.get(), serverAddress, StandardCharsets.UTF_8);
        marks.add(new ServerMark(file.get()));
      } catch (IOException e) {
        // Only convenience is lost: commands cannot find this server by themselves.
        LOG.warn("cannot write {}: {}", file.get(), e.getMessage());
      }
    }
    return List.copyOf(marks);
  }

  /** The server that holds the file of a JDBC address; empty where none answers. */
  public static Optional<String> find(String jdbcAddress) {
    return databaseFile(jdbcAddress).map(ServerMark::mark).flatMap(ServerMark::read);
  }

  /** The file of a DuckDB address; empty for other databases and those in memory. */
  public static Optional<Path> databaseFile(String jdbcAddress) {
    if (!jdbcAddress.startsWith(DUCKDB)) {
      return Optional.empty();
    }
    String path = jdbcAddress.substring(DUCKDB.length());
    return path.isEmpty() || path.startsWith(":memory:")
        ? Optional.empty()
        : Optional.of(Path.of(path));
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("cannot remove {}: {}", file, e.getMessage());
    }
  }

  private static Path mark(Path database) {
    return database.resolveSibling(database.getFileName() + SUFFIX);
  }

  private static Optional<String> read(Path file) {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String address = Files.readString(file, StandardCharsets.UTF_8).trim();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "/api/v1/catalogs"))
              .timeout(PATIENCE)
              .build();
      HttpResponse<Void> response =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(request, HttpResponse.BodyHandlers.discarding());
      return response.statusCode() == 200 ? Optional.of(address) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      // Left over from a server that was killed.
      LOG.debug("no server at the mark {}", file, e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
