package org.quadrille.cubes.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text with the style properties written around it: {@code |0.1|style=red|arrow=up} is the text
 * {@code 0.1} with the properties {@code style} and {@code arrow}.
 *
 * @param text what to show
 * @param properties names and values in their order; empty where the text is plain
 */
public record StyledText(String text, Map<String, String> properties) {

  public StyledText {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /**
   * Takes a formatted text, or a pattern, apart.
   *
   * <p>A text that does not have the form above is plain: nothing of it is lost. Quotes around a
   * property's value are dropped.
   */
  public static StyledText parse(String formatted) {
    int end = formatted.startsWith("|") ? formatted.indexOf('|', 1) : -1;
    if (end < 0) {
      return new StyledText(formatted, Map.of());
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (String property : List.of(formatted.substring(end + 1).split("\\|"))) {
      int equals = property.indexOf('=');
      if (equals > 0) {
        properties.put(
            property.substring(0, equals).strip(), unquote(property.substring(equals + 1).strip()));
      } else if (!property.isBlank()) {
        return new StyledText(formatted, Map.of());
      }
    }
    return new StyledText(formatted.substring(1, end), properties);
  }

  private static String unquote(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
