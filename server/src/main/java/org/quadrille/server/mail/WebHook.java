package org.quadrille.server.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Posts messages to web hooks as JSON: {@code id}, {@code subject}, {@code text}, {@code language}
 * and {@code files}, each with {@code name}, {@code type} and {@code content} in Base64. The header
 * Idempotency-Key is the id, which is the same for each try. Safe for use by many threads.
 */
public final class WebHook {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Posts a message to the address that it is for; any status from 200 to 299 means that it was
   * taken. Redirects are not followed.
   *
   * @throws MailException if it was not taken
   */
  public void send(Mail mail) throws MailException {
    URI address = URI.create(mail.to());
    try {
      HttpResponse<String> answer = post(address, mail);
      if (answer.statusCode() / 100 != 2) {
        throw new MailException(
            "web hook at %s answered %d".formatted(address.getHost(), answer.statusCode()));
      }
    } catch (IOException e) {
      throw new MailException("web hook at %s failed: %s".formatted(address.getHost(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MailException("web hook at " + address.getHost() + " was interrupted", e);
    }
  }

  private HttpResponse<String> post(URI address, Mail mail)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", mail.messageId())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body(mail)))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private byte[] body(Mail mail) throws IOException {
    List<Map<String, String>> files =
        mail.attachments().stream()
            .map(
                file -> {
                  String content = Base64.getEncoder().encodeToString(file.content());
                  return Map.of("name", file.name(), "type", file.mediaType(), "content", content);
                })
            .toList();
    Map<String, Object> message =
        new TreeMap<>(
            Map.of(
                "id", mail.messageId(),
                "subject", mail.subject(),
                "text", mail.text(),
                "language", mail.language(),
                "files", files));
    return json.writeValueAsBytes(message);
  }
}
