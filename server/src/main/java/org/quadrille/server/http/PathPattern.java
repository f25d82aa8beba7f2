package org.quadrille.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path of a route: fixed segments, and variables as {@code {name}}, each one segment. A last
 * segment {@code *} stands for any rest.
 */
final class PathPattern {
  private final String text;
  private final List<String> segments;

  PathPattern(String text) {
    this.text = text;
    this.segments = split(text);
  }

  /**
   * The variables of a path that matches, decoded; null where it does not.
   *
   * @param path as it was sent, percent encoding included, so that a name may contain a slash
   */
  @Nullable Map<String, String> match(String path) {
    List<String> parts = split(path);
    int fixed = open() ? segments.size() - 1 : segments.size();
    if (open() ? parts.size() < fixed : parts.size() != fixed) {
      return null;
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < fixed; i++) {
      String segment = segments.get(i);
      String part;
      try {
        // A plus sign is itself in a path; only in a query is it a blank.
        part = URLDecoder.decode(parts.get(i).replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw HttpProblem.badRequest("the path has a broken percent escape");
      }
      if (segment.startsWith("{")) {
        variables.put(segment.substring(1, segment.length() - 1), part);
      } else if (!segment.equals(part)) {
        return null;
      }
    }
    return variables;
  }

  /** Whether it ends with any rest. */
  boolean open() {
    return !segments.isEmpty() && segments.get(segments.size() - 1).equals("*");
  }

  private static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    int from = 1;
    while (from <= path.length()) {
      int to = path.indexOf('/', from);
      parts.add(path.substring(from, to < 0 ? path.length() : to));
      from = to < 0 ? path.length() + 1 : to + 1;
    }
    return parts;
  }

  @Override
  public String toString() {
    return text;
  }
}
