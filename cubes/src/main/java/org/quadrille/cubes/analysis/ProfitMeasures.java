package org.quadrille.cubes.analysis;

import java.util.List;
import java.util.Optional;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;

/** The two measures that a contribution is read from: sales, and cost or else profit. */
final class ProfitMeasures {
  /** How many measures there are. */
  static final int COUNT = 2;

  private final List<String> names;
  private final boolean costs;

  /**
   * Finds them.
   *
   * @throws MissingRoleException if the cube has no sales, or neither cost nor profit
   */
  ProfitMeasures(CubeRoles roles) {
    String sales = roles.needMeasure(MeasureRole.SALES).uniqueName();
    Optional<MeasureInfo> cost = roles.measure(MeasureRole.COST);
    this.costs = cost.isPresent();
    MeasureInfo other = cost.orElseGet(() -> roles.needMeasure(MeasureRole.PROFIT));
    this.names = List.of(sales, other.uniqueName());
  }

  List<String> names() {
    return names;
  }

  /** The contribution in two neighbouring columns. */
  Contribution read(Row row, int first) {
    return of(row.value(first), row.value(first + 1));
  }

  /** The contribution of the two measures' values. */
  Contribution of(double sales, double other) {
    if (!costs || (Double.isNaN(sales) && Double.isNaN(other))) {
      return new Contribution(sales, other);
    }
    double earned = Double.isNaN(sales) ? 0 : sales;
    return new Contribution(earned, earned - (Double.isNaN(other) ? 0 : other));
  }
}
