package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;

/** DISCOVER_KEYWORDS: the words that MDX keeps for itself. */
final class KeywordsRowset implements Rowset {
  private static final List<String> KEYWORDS =
      List.of(
          "AND",
          "AS",
          "AXIS",
          "CALCULATION",
          "CASE",
          "CAST",
          "CELL",
          "CHAPTERS",
          "COLUMNS",
          "DIMENSION",
          "DRILLTHROUGH",
          "ELSE",
          "EMPTY",
          "END",
          "EXPLAIN",
          "FROM",
          "IN",
          "IS",
          "MATCHES",
          "MEMBER",
          "NON",
          "NOT",
          "NULL",
          "ON",
          "OR",
          "PAGES",
          "PROPERTIES",
          "ROWS",
          "SECTIONS",
          "SELECT",
          "SET",
          "THEN",
          "WHEN",
          "WHERE",
          "WITH",
          "XOR");

  @Override
  public String name() {
    return "DISCOVER_KEYWORDS";
  }

  @Override
  public String guid() {
    return "1426c443-4cdd-4a40-8f45-572fab9bbaa1";
  }

  @Override
  public String description() {
    return "The words that MDX keeps for itself.";
  }

  @Override
  public List<Column> columns() {
    return List.of(Column.key("Keyword"));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    KEYWORDS.forEach(keyword -> sink.accept(new Row().set("Keyword", keyword)));
  }
}
