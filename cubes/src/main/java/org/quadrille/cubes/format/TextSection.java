package org.quadrille.cubes.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A section for strings, such as {@code >@@@-@@@}.
 *
 * <p>{@code @} is a place for a character or a blank, {@code &} one for a character or nothing.
 * Characters fill the places from the right, or from the left after an exclamation mark; those
 * without a place stand at the far end. {@code <} and {@code >} turn the text to lower and upper
 * case, and are themselves the place where a section has no other.
 */
final class TextSection {

  private final List<Glyph> parts;
  private final int places;
  private final boolean fromLeft;
  private final char letterCase;
  private final Locale locale;

  private TextSection(List<Glyph> glyphs, Locale locale) {
    boolean left = false;
    char wanted = ' ';
    int count = 0;
    List<Glyph> kept = new ArrayList<>();
    boolean hasPlaces = glyphs.stream().anyMatch(glyph -> glyph.isOneOf("@&"));
    for (Glyph glyph : glyphs) {
      if (glyph.is('!')) {
        left = true;
      } else if (glyph.isOneOf("<>")) {
        wanted = glyph.value();
        if (!hasPlaces && count == 0) {
          kept.add(new Glyph('&', false));
          count++;
        }
      } else {
        kept.add(glyph);
        count += glyph.isOneOf("@&") ? 1 : 0;
      }
    }
    this.parts = List.copyOf(kept);
    this.places = count;
    this.fromLeft = left;
    this.letterCase = wanted;
    this.locale = locale;
  }

  static TextSection compile(List<Glyph> glyphs, LocaleSymbols symbols) {
    return new TextSection(glyphs, symbols.locale());
  }

  String format(String value) {
    String text =
        switch (letterCase) {
          case '<' -> value.toLowerCase(locale);
          case '>' -> value.toUpperCase(locale);
          default -> value;
        };
    // Places are numbered from the left; "first" is the number of the place of character zero.
    int first = fromLeft ? 0 : places - text.length();
    StringBuilder out = new StringBuilder();
    int place = 0;
    for (Glyph part : parts) {
      if (!part.isOneOf("@&")) {
        out.append(part.value());
        continue;
      }
      int from = place == 0 ? 0 : place - first;
      int to = place == places - 1 ? text.length() : place + 1 - first;
      if (to > from && from < text.length() && to > 0) {
        out.append(text, Math.max(0, from), Math.min(to, text.length()));
      } else if (part.is('@')) {
        out.append(' ');
      }
      place++;
    }
    return out.toString();
  }
}
