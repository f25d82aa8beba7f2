package org.quadrille.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The texts of the pages in one language, from {@code messages_CODE.properties} in UTF-8. A place
 * for the first argument is written {@code {0}}; nothing else has a meaning, so quotes and
 * apostrophes are just themselves. Arguments are texts: numbers are formatted before. Immutable.
 */
public final class Messages {
  private final Language language;
  private final Map<String, String> texts;

  private Messages(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /** Reads the texts of a language. */
  public static Messages of(Language language) {
    String resource = "/org/quadrille/web/text/messages_" + language.code() + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("missing on the class path: " + resource);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return new Messages(language, texts);
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** All texts by key, in the order of the keys. */
  public Map<String, String> texts() {
    return Map.copyOf(texts);
  }

  /**
   * A text with its arguments filled in.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public String get(String key, Object... arguments) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key + " in " + language);
    }
    return fill(text, arguments);
  }

  /** A text where there is one. */
  public Optional<String> find(String key, Object... arguments) {
    return Optional.ofNullable(texts.get(key)).map(text -> fill(text, arguments));
  }

  private static String fill(String text, Object[] arguments) {
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      int index = Integer.parseInt(text.substring(open + 1, close));
      filled.append(text, from, open).append(arguments[index]);
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }
}
