package org.quadrille.cubes.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of queries with what they must answer. A case is
 *
 * <pre>
 * == what is shown
 * role: the role to act under (may be left out)
 * the query
 * sql: SQL that gives the same values, row by row (may be left out)
 * --
 * the answer as {@link GridText}, or an error as ! LINE:COLUMN message
 * statements: how many SQL statements it takes once members are known
 * </pre>
 *
 * <p>Lines before the first case are a comment.
 */
record QueryScript(List<String> comment, List<QueryCase> cases) {

  /**
   * A query.
   *
   * @param line of the title
   * @param role null for all rights
   * @param sql null where no SQL is given
   * @param expected the lines after the query, joined
   */
  record QueryCase(
      int line,
      String title,
      @Nullable String role,
      String mdx,
      @Nullable String sql,
      String expected) {}

  static QueryScript read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> comment = new ArrayList<>();
    List<QueryCase> cases = new ArrayList<>();
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith("== ")) {
      comment.add(lines.get(at++));
    }
    while (at < lines.size()) {
      int next = at + 1;
      while (next < lines.size() && !lines.get(next).startsWith("== ")) {
        next++;
      }
      cases.add(readCase(file, at + 1, lines.subList(at, next)));
      at = next;
    }
    return new QueryScript(comment, cases);
  }

  private static QueryCase readCase(Path file, int line, List<String> lines) {
    int end = lines.indexOf("--");
    if (end < 0) {
      throw new IllegalArgumentException(file + ":" + line + " has no line -- after its query");
    }
    String role = lines.get(1).startsWith("role: ") ? lines.get(1).substring(6) : null;
    int first = role == null ? 1 : 2;
    int sql = first;
    while (sql < end && !lines.get(sql).startsWith("sql: ")) {
      sql++;
    }
    return new QueryCase(
        line,
        lines.get(0).substring(3),
        role,
        String.join("\n", lines.subList(first, sql)),
        sql == end ? null : String.join("\n", lines.subList(sql, end)).substring(5),
        String.join("\n", lines.subList(end + 1, lines.size())).stripTrailing());
  }

  /** Writes the file anew. */
  void write(Path file) {
    StringBuilder text = new StringBuilder();
    comment.forEach(line -> text.append(line).append('\n'));
    for (QueryCase each : cases) {
      text.append(each == cases.get(0) ? "" : "\n").append("== ").append(each.title()).append('\n');
      if (each.role() != null) {
        text.append("role: ").append(each.role()).append('\n');
      }
      text.append(each.mdx()).append('\n');
      if (each.sql() != null) {
        text.append("sql: ").append(each.sql()).append('\n');
      }
      text.append("--\n").append(each.expected()).append('\n');
    }
    try {
      Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
