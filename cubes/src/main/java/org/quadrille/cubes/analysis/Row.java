package org.quadrille.cubes.analysis;

import java.util.List;
import org.quadrille.cubes.result.ResultMember;

/** A row of an answer: its members, one for each hierarchy, and a number for each column. */
final class Row {
  private final List<ResultMember> members;
  private final double[] values;

  /**
   * A row.
   *
   * @param values one for each column, NaN where the cell is empty or not a number
   */
  Row(List<ResultMember> members, double[] values) {
    this.members = List.copyOf(members);
    this.values = values.clone();
  }

  List<ResultMember> members() {
    return members;
  }

  ResultMember member() {
    return members.get(0);
  }

  double value(int column) {
    return values[column];
  }

  /** How many numbers it has. */
  int size() {
    return values.length;
  }
}
