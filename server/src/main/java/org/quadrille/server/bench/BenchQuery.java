package org.quadrille.server.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query of a benchmark.
 *
 * @param select the MDX without its WHERE clause
 * @param slicer members and sets of the WHERE clause, of different hierarchies
 * @param neutral members that change no answer where they are added to the WHERE clause
 * @param check the same question in SQL, null where there is none
 */
public record BenchQuery(
    String name, String select, List<String> slicer, List<String> neutral, @Nullable Check check) {
  public BenchQuery {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(select, "select");
    slicer = List.copyOf(slicer);
    neutral = List.copyOf(neutral);
  }

  /**
   * A question in SQL.
   *
   * @param rows the columns, counted from 1, that name a row of the MDX answer
   * @param cells the columns that are the cells of a row
   */
  public record Check(String sql, List<Integer> rows, List<Integer> cells) {
    public Check {
      Objects.requireNonNull(sql, "sql");
      rows = List.copyOf(rows);
      cells = List.copyOf(cells);
    }
  }

  /** The query as it is written. */
  public String mdx() {
    return mdx(0);
  }

  /**
   * The query in other words: the parts of the slicer change places and neutral members join them.
   *
   * @param variant 0 for the query as written; each number gives another text while there are
   *     neutral members enough
   */
  public String mdx(int variant) {
    List<String> parts = new ArrayList<>(slicer);
    List<String> unused = neutral.stream().filter(this::isUnused).toList();
    for (int i = 0; i < unused.size(); i++) {
      if ((variant >> i & 1) == 1) {
        parts.add(unused.get(i));
      }
    }
    if (parts.isEmpty()) {
      return select;
    }
    Collections.rotate(parts, variant % parts.size());
    boolean sets = parts.stream().anyMatch(BenchQuery::isSet);
    return select
        + "\nWHERE "
        + (sets
            ? parts.stream().map(p -> "{" + p + "}").collect(Collectors.joining(" * "))
            : "(" + String.join(", ", parts) + ")");
  }

  /** Whether the hierarchy of a neutral member is not in the query. */
  private boolean isUnused(String member) {
    String hierarchy = member.substring(0, member.indexOf(']') + 1);
    return !select.contains(hierarchy) && slicer.stream().noneMatch(p -> p.contains(hierarchy));
  }

  private static boolean isSet(String part) {
    String outside = part.replaceAll("\\[[^]]*]", "");
    return outside.contains(":") || outside.contains(",");
  }
}
