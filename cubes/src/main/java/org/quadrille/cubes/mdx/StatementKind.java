package org.quadrille.cubes.mdx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text asks for, told by its first word, so that it can be handed on before it is read. */
public enum StatementKind {
  /** A query, or what is no statement at all. */
  QUERY,
  /** {@code DRILLTHROUGH SELECT …}. */
  DRILLTHROUGH,
  /** {@code EXPLAIN PLAN FOR …}. */
  EXPLAIN,
  /** {@code CREATE MEMBER} or {@code CREATE SET}. */
  CREATE,
  /** {@code DROP MEMBER} or {@code DROP SET}. */
  DROP;

  private static final Pattern FIRST_WORD =
      Pattern.compile("(?s)(?:\\s|--[^\\n]*+|//[^\\n]*+|/\\*.*?\\*/)*+([A-Za-z]+)");

  /** The kind of a statement; comments before it are stepped over. */
  public static StatementKind of(String mdx) {
    Matcher matcher = FIRST_WORD.matcher(mdx);
    String word = matcher.lookingAt() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
    return switch (word) {
      case "DRILLTHROUGH" -> DRILLTHROUGH;
      case "EXPLAIN" -> EXPLAIN;
      case "CREATE" -> CREATE;
      case "DROP" -> DROP;
      default -> QUERY;
    };
  }
}
