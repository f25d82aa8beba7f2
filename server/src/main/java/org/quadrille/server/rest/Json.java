package org.quadrille.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.config.Spelling;
import org.quadrille.server.http.Exchange;
import org.quadrille.server.http.HttpProblem;

/** Reads bodies and writes answers as JSON. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** Answers with a value made of records, maps and lists. */
  static void send(Exchange exchange, Object value) throws IOException {
    exchange.setHeader("Cache-Control", "no-store");
    try (OutputStream out = exchange.stream(200, "application/json; charset=utf-8")) {
      MAPPER.writeValue(out, value);
    }
  }

  /**
   * Reads the body as an object.
   *
   * @param known the keys that it may have
   * @throws HttpProblem 400 if it is no JSON object or has other keys
   */
  static JsonNode read(Exchange exchange, List<String> known) throws IOException {
    JsonNode node;
    try {
      node = MAPPER.readTree(exchange.bodyText());
    } catch (JsonProcessingException e) {
      Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
      Integer column = e.getLocation() == null ? null : e.getLocation().getColumnNr();
      throw new HttpProblem(
          400, "bad_json", "the body is not JSON: " + e.getOriginalMessage(), line, column);
    }
    if (!node.isObject()) {
      throw HttpProblem.badRequest(
          "the body must be a JSON object with the keys " + String.join(", ", known));
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        String near = Spelling.nearest(name, known);
        throw HttpProblem.badRequest(
            "unknown key "
                + name
                + (near == null ? "" : "; did you mean " + near + "?")
                + "; known are: "
                + String.join(", ", known));
      }
    }
    return node;
  }

  /** A text that must be there. */
  static String required(JsonNode node, String key) {
    String text = optional(node, key);
    if (text == null) {
      throw HttpProblem.badRequest("the key " + key + " is missing");
    }
    return text;
  }

  /** A text, null where it is absent. */
  static @Nullable String optional(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw HttpProblem.badRequest("the key " + key + " must be a text");
    }
    return value.textValue();
  }
}
