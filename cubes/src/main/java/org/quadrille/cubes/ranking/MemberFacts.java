package org.quadrille.cubes.ranking;

import java.util.Map;
import java.util.Objects;
import org.quadrille.cubes.analysis.Valued;
import org.quadrille.cubes.result.ResultMember;

/**
 * What was counted of a member.
 *
 * @param value the measure in the period; NaN where there is nothing
 * @param orders orders above zero in the period; months with a value above zero where the cube has
 *     no orders
 * @param months months of the period with a value above zero
 * @param lastOrder when it was ordered last, up to the end of the period: days since 1970-01-01, or
 *     months by their place where the calendar knows no days; NaN for never
 * @param lastMonth the place of the month of the last order; -1 for never
 * @param largestOrder value of the largest order in the period; NaN where the cube has no orders
 * @param largestMonth value of the best month of the period
 * @param yearQuantity largest quantity in a calendar year up to the end of the period
 * @param yearSales largest sales in a calendar year up to the end of the period
 * @param consumableOrders orders of the period that have goods which are used up
 */
public record MemberFacts(
    ResultMember member,
    double value,
    int orders,
    int months,
    double lastOrder,
    int lastMonth,
    double largestOrder,
    double largestMonth,
    double yearQuantity,
    double yearSales,
    double consumableOrders) {
  public MemberFacts {
    Objects.requireNonNull(member, "member");
  }

  /** With its caption in a list, to be ranked by value. */
  Valued valued(Map<String, String> captions) {
    String name = member.uniqueName();
    return new Valued(name, captions.getOrDefault(name, member.caption()), value);
  }

  /** Share of the largest order in the value; NaN where one of the two is not known. */
  public double orderShare() {
    return value > 0 ? Math.min(1, largestOrder / value) : Double.NaN;
  }

  /** Share of the best month in the value. */
  public double monthShare() {
    return value > 0 ? Math.min(1, largestMonth / value) : Double.NaN;
  }
}
