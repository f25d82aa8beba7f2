package org.quadrille.etl.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides who orders when, month by month. The rate of each customer follows from purchasing power,
 * behaviour, season and growth; all are scaled so that the number of order lines comes out as
 * wanted.
 */
final class OrderPlanner {
  /** Order lines at scale 1. */
  static final double LINES_AT_SCALE_ONE = 500_000;

  /**
   * Lines of a mean order, with what affinities add and orders that follow from others counted in.
   */
  private static final double LINES_PER_ORDER = 2.84;

  /** Weekends have this share of the orders of a weekday. */
  private static final double WEEKEND = 0.35;

  private final Company company;
  private final double ordersPerRate;

  OrderPlanner(Company company) {
    this.company = company;
    double rates = 0;
    for (Customer customer : company.customers()) {
      for (int month = 0; month < Days.MONTHS; month++) {
        rates += customer.buying().rate(month, company.assortment());
      }
    }
    double orders = LINES_AT_SCALE_ONE * company.scale() / LINES_PER_ORDER;
    ordersPerRate = orders / rates;
  }

  /** The orders of a month in the sequence of their days. */
  List<PlannedOrder> plan(int month) {
    List<PlannedOrder> planned = new ArrayList<>();
    for (Customer customer : company.customers()) {
      Customer.Buying buying = customer.buying();
      boolean first = buying.from() >= 0 && Days.month(buying.from()) == month;
      if (buying.kind() == BuyingKind.ONE_OFF) {
        if (first) {
          planned.add(new PlannedOrder(buying.from(), customer, 0, null));
        }
        continue;
      }
      Dice dice = company.seed().dice("orders of a month", customer.index(), month);
      double rate = buying.rate(month, company.assortment());
      int count = Math.max(dice.poisson(rate * ordersPerRate), first ? 1 : 0);
      for (int i = 0; i < count; i++) {
        planned.add(new PlannedOrder(day(buying, month, dice), customer, i, null));
      }
    }
    planned.sort(PlannedOrder.SEQUENCE);
    return planned;
  }

  private static int day(Customer.Buying buying, int month, Dice dice) {
    int start = Days.monthStart(month);
    int from = Math.max(start, buying.from());
    int to = Math.min(start + Days.monthLength(month) - 1, buying.to());
    int day = dice.between(from, to);
    // a few draws, not until a weekday is found: an active span may consist of a weekend only
    for (int attempt = 0; attempt < 4; attempt++) {
      if (!Days.weekend(day) || dice.chance(WEEKEND)) {
        return day;
      }
      day = dice.between(from, to);
    }
    return day;
  }
}
