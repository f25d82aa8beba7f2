package org.quadrille.cubes.analysis;

import java.util.List;
import org.quadrille.cubes.result.ResultMember;

/**
 * A row of an answer.
 *
 * @param members the row's members, one for each hierarchy
 * @param values one for each column, NaN where the cell is empty or not a number
 */
record Row(List<ResultMember> members, List<Double> values) {
  Row {
    members = List.copyOf(members);
    values = List.copyOf(values);
  }

  ResultMember member() {
    return members.get(0);
  }

  double value(int column) {
    return values.get(column);
  }
}
