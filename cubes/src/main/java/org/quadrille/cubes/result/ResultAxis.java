package org.quadrille.cubes.result;

import java.util.List;

/**
 * An axis of an answer.
 *
 * @param hierarchies the hierarchies whose members make each position, in order; empty for an axis
 *     without any
 * @param positions one list of members for each position, parallel to hierarchies
 */
public record ResultAxis(List<ResultHierarchy> hierarchies, List<List<ResultMember>> positions) {
  public ResultAxis {
    hierarchies = List.copyOf(hierarchies);
    positions = List.copyOf(positions);
  }
}
