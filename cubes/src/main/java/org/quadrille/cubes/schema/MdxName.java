package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A name as attributes of a schema have it: a plain word that may contain blanks ({@code Store
 * Type}) or an MDX identifier ({@code [Measures].[Unit Sales]}, {@code Measures.[Unit Sales]}).
 */
final class MdxName {
  private final List<String> segments;

  MdxName(String text) {
    String name = text.strip();
    this.segments = name.contains("[") ? split(name) : List.of(name);
  }

  private static List<String> split(String name) {
    List<String> found = new ArrayList<>();
    StringBuilder segment = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (quoted && c == ']' && name.startsWith("]]", i)) {
        segment.append(c);
        i++;
      } else if (quoted && c == ']') {
        quoted = false;
      } else if (!quoted && c == '[') {
        quoted = true;
      } else if (!quoted && c == '.') {
        found.add(segment.toString());
        segment.setLength(0);
      } else {
        segment.append(c);
      }
    }
    found.add(segment.toString());
    return found;
  }

  /** The parts without brackets; at least one. */
  List<String> segments() {
    return segments;
  }

  String last() {
    return segments.get(segments.size() - 1);
  }

  /** The name with every part in brackets. */
  String quoted() {
    return String.join(".", segments.stream().map(s -> "[" + s.replace("]", "]]") + "]").toList());
  }
}
