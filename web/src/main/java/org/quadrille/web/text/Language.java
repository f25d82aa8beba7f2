package org.quadrille.web.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language of the pages. */
public enum Language {
  EN("en", "English", Locale.US),
  ZH("zh", "中文", Locale.SIMPLIFIED_CHINESE);

  private final String code;
  private final String ownName;
  private final Locale locale;

  Language(String code, String ownName, Locale locale) {
    this.code = code;
    this.ownName = ownName;
    this.locale = locale;
  }

  /** The code in addresses, cookies and names of bundles. */
  public String code() {
    return code;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** The locale for captions of cubes and for formats. */
  public Locale locale() {
    return locale;
  }

  /** The language of a code such as {@code zh}; empty for any other text. */
  public static Optional<Language> of(@Nullable String code) {
    return List.of(values()).stream()
        .filter(language -> language.code.equalsIgnoreCase(code))
        .findFirst();
  }

  /**
   * The language a browser prefers, English where it wants neither.
   *
   * @param acceptLanguage the header's value, may be empty or malformed
   */
  public static Language preferred(String acceptLanguage) {
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
        Optional<Language> language = of(range.getRange().split("-", 2)[0]);
        if (language.isPresent() && range.getWeight() > 0) {
          return language.get();
        }
      }
    } catch (IllegalArgumentException malformed) {
      return EN;
    }
    return EN;
  }
}
