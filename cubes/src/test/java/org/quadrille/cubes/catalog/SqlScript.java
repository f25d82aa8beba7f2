package org.quadrille.cubes.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of queries in SQL with their answers. A case begins with {@code -- title}, and {@code --
 * role: NAME} if it has a role; the query follows, then {@code ----}, then the answer, then a blank
 * line. The answer is the columns, the rows and, where the case shows it, {@code sql: statement};
 * or {@code ! line:column message}.
 */
record SqlScript(String comment, List<SqlCase> cases) {
  /** One query. */
  record SqlCase(int line, String title, @Nullable String role, String sql, String expected) {}

  static SqlScript read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StringBuilder comment = new StringBuilder();
    int at = 0;
    while (at < lines.size() && lines.get(at).startsWith("#")) {
      comment.append(lines.get(at++)).append('\n');
    }
    List<SqlCase> cases = new ArrayList<>();
    while (at < lines.size()) {
      if (lines.get(at).isBlank()) {
        at++;
        continue;
      }
      int line = at + 1;
      String title = lines.get(at++).replaceFirst("^-- ", "");
      String role = null;
      if (lines.get(at).startsWith("-- role: ")) {
        role = lines.get(at++).substring("-- role: ".length());
      }
      StringBuilder sql = new StringBuilder();
      while (at < lines.size() && !lines.get(at).equals("----")) {
        sql.append(lines.get(at++)).append('\n');
      }
      at++;
      StringBuilder expected = new StringBuilder();
      while (at < lines.size() && !lines.get(at).isBlank()) {
        expected.append(lines.get(at++)).append('\n');
      }
      cases.add(
          new SqlCase(line, title, role, sql.toString().strip(), expected.toString().strip()));
    }
    return new SqlScript(comment.toString(), cases);
  }

  void write(Path file) {
    StringBuilder text = new StringBuilder(comment);
    for (SqlCase each : cases) {
      text.append("\n-- ").append(each.title()).append('\n');
      if (each.role() != null) {
        text.append("-- role: ").append(each.role()).append('\n');
      }
      text.append(each.sql()).append("\n----\n").append(each.expected()).append('\n');
    }
    try {
      Files.writeString(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
