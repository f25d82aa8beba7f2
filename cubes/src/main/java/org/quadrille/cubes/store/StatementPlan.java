package org.quadrille.cubes.store;

import java.util.List;
import java.util.Objects;

/**
 * A statement that answered star queries, for explanations.
 *
 * @param aggregates for each question which aggregate table answers it and why each other does not;
 *     empty where the schema declares none for its facts
 */
public record StatementPlan(String sql, List<StarQuery> questions, List<String> aggregates) {
  public StatementPlan {
    Objects.requireNonNull(sql, "sql");
    questions = List.copyOf(questions);
    aggregates = List.copyOf(aggregates);
  }
}
