package org.quadrille.server.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quadrille.server.bench.BenchQuery.Check;

/**
 * Reads files of queries. A query starts with {@code == name}; {@code mdx:}, {@code where:} (once
 * for each part), {@code sql:}, {@code rows:} and {@code cells:} follow. {@code neutral [CUBE]:} in
 * the head lists neutral members of a cube. A second form has {@code -- name} and whole MDX queries
 * only.
 */
final class QueryFile {
  private static final List<String> FIELDS = List.of("mdx", "where", "sql", "rows", "cells");

  private QueryFile() {}

  /**
   * The queries of a text.
   *
   * @param source named in messages
   * @throws BenchException where the text is in neither form
   */
  static List<BenchQuery> parse(String source, String text) {
    List<BenchQuery> queries =
        text.startsWith("-- ") || text.contains("\n-- ") ? plain(text) : full(source, text);
    if (queries.isEmpty()) {
      throw new BenchException(
          source + " has no queries; each starts with a line == name, or -- name");
    }
    return queries;
  }

  private static List<BenchQuery> plain(String text) {
    List<BenchQuery> queries = new ArrayList<>();
    for (String block : text.split("(?m)^-- ", -1)) {
      int end = block.indexOf('\n');
      if (end > 0 && !block.substring(end).isBlank()) {
        queries.add(query(block.substring(0, end).strip(), block.substring(end).strip()));
      }
    }
    return queries;
  }

  /** A whole query; a WHERE clause that is one tuple of members is taken apart. */
  private static BenchQuery query(String name, String mdx) {
    int where = mdx.lastIndexOf("\nWHERE (");
    if (where < 0 || !mdx.endsWith(")")) {
      return new BenchQuery(name, mdx, List.of(), List.of(), null);
    }
    String tuple = mdx.substring(where + "\nWHERE (".length(), mdx.length() - 1);
    List<String> parts =
        Arrays.stream(tuple.split(",(?![^\\[]*])", -1)).map(String::strip).toList();
    return new BenchQuery(name, mdx.substring(0, where), parts, List.of(), null);
  }

  private static List<BenchQuery> full(String source, String text) {
    String[] blocks = text.split("(?m)^== ", -1);
    Map<String, List<String>> neutral = new LinkedHashMap<>();
    for (String line : blocks[0].lines().filter(each -> each.startsWith("neutral ")).toList()) {
      int colon = line.indexOf(':');
      neutral.put(
          "FROM " + line.substring("neutral ".length(), colon),
          Arrays.stream(line.substring(colon + 1).split(",", -1)).map(String::strip).toList());
    }
    List<BenchQuery> queries = new ArrayList<>();
    for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
      queries.add(query(source, block, neutral));
    }
    return queries;
  }

  private static BenchQuery query(String source, String block, Map<String, List<String>> neutral) {
    List<String> lines = block.lines().toList();
    String name = lines.get(0).strip();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? "" : line.substring(0, colon);
      if (FIELDS.contains(field)) {
        current = fields.computeIfAbsent(field, f -> new ArrayList<>());
        current.add(line.substring(colon + 1).strip());
      } else if (!current.isEmpty()) {
        current.set(current.size() - 1, current.get(current.size() - 1) + "\n" + line);
      }
    }
    if (!fields.containsKey("mdx") || !fields.containsKey("sql")) {
      throw new BenchException(source + ": query " + name + " needs mdx: and sql:");
    }
    String select = fields.get("mdx").get(0).strip();
    return new BenchQuery(
        name,
        select,
        fields.getOrDefault("where", List.of()).stream().map(String::strip).toList(),
        neutral.entrySet().stream()
            .filter(cube -> select.endsWith(cube.getKey()))
            .flatMap(cube -> cube.getValue().stream())
            .toList(),
        new Check(
            fields.get("sql").get(0).strip(),
            columns(fields.getOrDefault("rows", List.of(""))),
            columns(fields.getOrDefault("cells", List.of("1")))));
  }

  private static List<Integer> columns(List<String> field) {
    return Arrays.stream(field.get(0).strip().split(" ", -1))
        .filter(each -> !each.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }
}
