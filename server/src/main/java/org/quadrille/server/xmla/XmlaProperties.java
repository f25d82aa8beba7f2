package org.quadrille.server.xmla;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.QueryContext;

/** The properties of a call, as far as they change anything here. */
final class XmlaProperties {
  /** Languages by the low ten bits of a Windows locale number. */
  private static final Map<Integer, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(0x04, "zh"),
          Map.entry(0x05, "cs"),
          Map.entry(0x06, "da"),
          Map.entry(0x07, "de"),
          Map.entry(0x08, "el"),
          Map.entry(0x09, "en"),
          Map.entry(0x0a, "es"),
          Map.entry(0x0b, "fi"),
          Map.entry(0x0c, "fr"),
          Map.entry(0x0e, "hu"),
          Map.entry(0x10, "it"),
          Map.entry(0x11, "ja"),
          Map.entry(0x12, "ko"),
          Map.entry(0x13, "nl"),
          Map.entry(0x15, "pl"),
          Map.entry(0x16, "pt"),
          Map.entry(0x19, "ru"),
          Map.entry(0x1d, "sv"));

  private static final Map<Integer, Locale> LOCALES =
      Map.of(
          1033, Locale.US,
          2057, Locale.UK,
          2052, Locale.SIMPLIFIED_CHINESE,
          1028, Locale.TRADITIONAL_CHINESE);

  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  XmlaProperties(Map<String, String> values) {
    this.values.putAll(values);
  }

  /** The catalog, null where none is named. */
  @Nullable String catalog() {
    return text("Catalog");
  }

  /** Whether the answer describes its own form. */
  boolean schema() {
    String content = text("Content");
    return content == null
        || content.equalsIgnoreCase("SchemaData")
        || content.equalsIgnoreCase("Schema");
  }

  /** Whether the answer has data. */
  boolean data() {
    String content = text("Content");
    return content == null
        || content.equalsIgnoreCase("SchemaData")
        || content.equalsIgnoreCase("Data");
  }

  /**
   * Checks what an answer to Execute must look like.
   *
   * @throws XmlaFault for forms that are not written
   */
  void checkForm() {
    String format = text("Format");
    if (format != null
        && !format.equalsIgnoreCase("Multidimensional")
        && !format.equalsIgnoreCase("Native")) {
      throw XmlaFault.client(
          "Format " + format + " is not supported for MDX queries; use Multidimensional");
    }
    String axes = text("AxisFormat");
    if (axes != null && !axes.equalsIgnoreCase("TupleFormat")) {
      throw XmlaFault.client("AxisFormat " + axes + " is not supported; use TupleFormat");
    }
  }

  /** Role, language and time limit. */
  QueryContext context() {
    QueryContext usual = QueryContext.DEFAULT;
    return new QueryContext(text("Roles"), locale(), timeout(usual.timeout()));
  }

  /** The language for captions and formats. */
  private Locale locale() {
    String text = text("LocaleIdentifier");
    if (text == null) {
      return Locale.US;
    }
    int number = number("LocaleIdentifier", text);
    Locale locale = LOCALES.get(number);
    if (locale != null) {
      return locale;
    }
    String language = LANGUAGES.get(number & 0x3ff);
    return language == null ? Locale.US : Locale.forLanguageTag(language);
  }

  private Duration timeout(Duration usual) {
    String text = text("Timeout");
    int seconds = text == null ? 0 : number("Timeout", text);
    return seconds <= 0 ? usual : Duration.ofSeconds(seconds);
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw XmlaFault.client("the property " + name + " must be a whole number, not " + text);
    }
  }

  private @Nullable String text(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
