package org.quadrille.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium that runs already and prints pages one after another, driven by its DevTools
 * protocol; its start is not in any time. Not safe for use by more than one thread.
 */
public final class ChromiumPrinter implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final ObjectMapper mapper = new ObjectMapper();
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final Process process;
  private final WebSocket socket;
  private final String version;
  private int last;

  /**
   * Starts the browser.
   *
   * @param profile an empty folder for its files
   * @throws BenchException if there is none or it does not answer
   */
  public ChromiumPrinter(Path profile) {
    this.process = start(profile);
    try {
      URI browser = URI.create(address(process));
      HttpClient client = HttpClient.newHttpClient();
      String host = "http://" + browser.getAuthority();
      this.version = ask(client, "GET", host + "/json/version").path("Browser").asText();
      String page =
          ask(client, "PUT", host + "/json/new?about:blank").path("webSocketDebuggerUrl").asText();
      this.socket =
          client.newWebSocketBuilder().buildAsync(URI.create(page), new Listener()).join();
      call("Page.enable", mapper.createObjectNode());
    } catch (IOException e) {
      process.destroyForcibly();
      throw new BenchException("Chromium does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  private static Process start(Path profile) {
    IOException problem = new IOException("not found");
    for (String name : NAMES) {
      ProcessBuilder builder =
          new ProcessBuilder(
              name,
              "--headless",
              "--no-sandbox",
              "--disable-gpu",
              "--disable-background-networking",
              "--remote-debugging-port=0",
              "--user-data-dir=" + profile,
              "about:blank");
      try {
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      } catch (IOException e) {
        problem = e;
      }
    }
    throw new BenchException("Chromium cannot be started: " + problem.getMessage(), problem);
  }

  /** Reads what the browser says until it tells where it listens, and the rest beside. */
  private static String address(Process process) throws IOException {
    BufferedReader says =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = says.readLine(); line != null; line = says.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread rest = new Thread(() -> says.lines().forEach(ignored -> {}), "chromium-says");
        rest.setDaemon(true);
        rest.setUncaughtExceptionHandler((thread, closed) -> {});
        rest.start();
        return line.substring(LISTENING.length()).strip();
      }
    }
    throw new IOException("it ended without saying where it listens");
  }

  private JsonNode ask(HttpClient client, String method, String address)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(PATIENCE)
            .build();
    return mapper.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** Such as {@code HeadlessChrome/130.0}. */
  public String version() {
    return version;
  }

  /** The PDF of a file of HTML, with the paper that its styles ask for. */
  public byte[] print(Path html) {
    ObjectNode where = mapper.createObjectNode().put("url", html.toUri().toString());
    send("Page.navigate", where);
    until(message -> message.path("method").asText().equals("Page.loadEventFired"));
    ObjectNode how =
        mapper
            .createObjectNode()
            .put("preferCSSPageSize", true)
            .put("printBackground", true)
            .put("generateTaggedPDF", true)
            .put("generateDocumentOutline", true);
    return Base64.getDecoder().decode(call("Page.printToPDF", how).path("data").asText());
  }

  private JsonNode call(String method, ObjectNode parameters) {
    int id = send(method, parameters);
    JsonNode answer = until(message -> message.path("id").asInt() == id);
    if (answer.has("error")) {
      throw new BenchException("Chromium refuses " + method + ": " + answer.path("error"));
    }
    return answer.path("result");
  }

  private int send(String method, ObjectNode parameters) {
    ObjectNode message = mapper.createObjectNode().put("id", ++last).put("method", method);
    message.set("params", parameters);
    socket.sendText(message.toString(), true).join();
    return last;
  }

  private JsonNode until(java.util.function.Predicate<JsonNode> wanted) {
    try {
      while (true) {
        JsonNode message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (message == null) {
          throw new BenchException(
              "Chromium does not answer within " + PATIENCE.toSeconds() + " s");
        }
        if (wanted.test(message)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Puts messages together of their pieces. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean whole) {
      text.append(piece);
      if (whole) {
        try {
          messages.add(mapper.readTree(text.toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
