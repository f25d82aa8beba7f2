package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Unique names as MDX writes them, in brackets, and lists of them in addresses. */
final class UniqueName {
  private static final String SEGMENT = "&?\\[(?:[^\\]]|\\]\\])*\\]";
  private static final Pattern NAME = Pattern.compile(SEGMENT + "(?:\\." + SEGMENT + ")*");

  private UniqueName() {}

  /** Whether a text is a name and nothing else, so that it can stand in a query. */
  static boolean is(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * The name itself.
   *
   * @throws IllegalArgumentException if it is none
   */
  static String check(String text) {
    if (!is(text)) {
      throw new IllegalArgumentException("not a name in brackets: " + text);
    }
    return text;
  }

  /** The names themselves, as a list that cannot be changed. */
  static List<String> checkAll(List<String> names) {
    names.forEach(UniqueName::check);
    return List.copyOf(names);
  }

  /** Whether a member belongs to a hierarchy, by its name. */
  static boolean isOf(String member, String hierarchy) {
    return member.startsWith(hierarchy + ".");
  }

  /** A text in brackets, so that separators in it count for nothing. */
  static String quote(String text) {
    return "[" + text.replace("]", "]]") + "]";
  }

  /** The text that was put in brackets. */
  static String unquote(String quoted) {
    return is(quoted) && quoted.startsWith("[")
        ? quoted.substring(1, quoted.length() - 1).replace("]]", "]")
        : quoted;
  }

  /** Splits at a separator outside of brackets. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inside) {
        inside = c != ']';
      } else if (c == '[') {
        inside = true;
      } else if (c == separator) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
