package org.quadrille.cubes.format;

import java.util.ArrayList;
import java.util.List;

/**
 * One character of a pattern, and whether a quote or backslash took away its special meaning.
 *
 * @param value the character to show, or the special character
 * @param quoted true where the character stood in double quotes or after a backslash
 */
record Glyph(char value, boolean quoted) {

  /** True where this is the special character {@code special}. */
  boolean is(char special) {
    return !quoted && value == special;
  }

  /** True where this is one of the special characters given. */
  boolean isOneOf(String specials) {
    return !quoted && specials.indexOf(value) >= 0;
  }

  /**
   * Splits a pattern at its semicolons.
   *
   * <p>An open quote runs to the end of the pattern, and a backslash at the very end stands for
   * itself, so that every text is a pattern.
   *
   * @return at least one section; sections may be empty
   */
  static List<List<Glyph>> sections(String pattern) {
    List<List<Glyph>> sections = new ArrayList<>();
    List<Glyph> current = new ArrayList<>();
    boolean inQuotes = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '"') {
        inQuotes = !inQuotes;
      } else if (inQuotes) {
        current.add(new Glyph(c, true));
      } else if (c == '\\' && i + 1 < pattern.length()) {
        i++;
        current.add(new Glyph(pattern.charAt(i), true));
      } else if (c == ';') {
        sections.add(List.copyOf(current));
        current.clear();
      } else {
        current.add(new Glyph(c, c == '\\'));
      }
    }
    sections.add(List.copyOf(current));
    return List.copyOf(sections);
  }
}
