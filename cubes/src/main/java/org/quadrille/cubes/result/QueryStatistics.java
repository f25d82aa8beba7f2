package org.quadrille.cubes.result;

import java.util.List;
import java.util.Objects;

/**
 * What a query cost.
 *
 * @param statements SQL statements that it ran, those that read members included
 * @param rounds how often cells were asked for
 * @param millis wall-clock time
 * @param dataVersion the version of the data that it read
 * @param sql the text of the statements, in order
 */
public record QueryStatistics(
    int statements, int rounds, long millis, String dataVersion, List<String> sql) {
  public QueryStatistics {
    Objects.requireNonNull(dataVersion, "dataVersion");
    sql = List.copyOf(sql);
  }
}
