package org.quadrille.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.web.text.Language;

/** Has a running server make a report. */
final class RemoteReports {
  private final String url;

  RemoteReports(String url) {
    this.url = url;
  }

  /** The PDF of a report. */
  byte[] pdf(String name, Language language, @Nullable String role, Map<String, String> parameters)
      throws IOException, InterruptedException {
    StringBuilder address = new StringBuilder(url + "/reports/" + encode(name) + ".pdf?lang=");
    address.append(language.code());
    if (role != null) {
      address.append("&role=").append(encode(role));
    }
    parameters.forEach(
        (key, value) -> address.append('&').append(encode(key)).append('=').append(encode(value)));
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address.toString())).build(),
                BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      String page = new String(response.body(), StandardCharsets.UTF_8);
      String problem = page.replaceAll("(?s).*role=\"alert\"[^>]*>(.*?)</div>.*", "$1");
      throw new CommandFailure(problem.replaceAll("<[^>]*>", "").replace("&amp;", "&").strip());
    }
    return response.body();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
