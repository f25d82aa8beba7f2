package org.quadrille.cubes.catalog;

import java.util.List;
import org.quadrille.cubes.result.QueryStatistics;

/**
 * How a query is answered.
 *
 * @param steps one line each: regions, what the database does, what runs in Java and why
 */
public record Explanation(List<String> steps, QueryStatistics statistics) {
  public Explanation {
    steps = List.copyOf(steps);
  }
}
