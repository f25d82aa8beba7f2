package org.quadrille.server.bench;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one query took; times are medians in milliseconds.
 *
 * @param cells of the answer, empty ones included
 * @param sql plain SQL, absent where the query has none
 * @param engines by name, in the order of the table
 */
public record Measurement(
    String query, long cells, OptionalDouble sql, Map<String, Times> engines) {

  /**
   * An engine's times.
   *
   * @param cold nothing cached
   * @param known members known, cells cold; absent where the engine cannot forget cells alone
   * @param warm asked before in other words
   * @param coldStatements SQL statements with nothing cached
   * @param knownStatements SQL statements with members known; -1 where not measured
   * @param peak memory in megabytes of the whole process
   */
  public record Times(
      double cold,
      OptionalDouble known,
      double warm,
      int coldStatements,
      int knownStatements,
      long peak) {}
}
