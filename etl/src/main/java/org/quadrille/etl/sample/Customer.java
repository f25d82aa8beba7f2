package org.quadrille.etl.sample;

import java.util.List;

/**
 * A customer.
 *
 * @param channel id of the preferred channel
 * @param buying how much and when it buys
 */
record Customer(
    int index,
    String id,
    Name name,
    Industry industry,
    SizeClass size,
    String channel,
    Name contact,
    String phone,
    Region region,
    Employee employee,
    Buying buying) {
  /**
   * How a customer buys.
   *
   * @param weight purchasing power, log-normal over the customers, mean 1
   * @param from first day on which it may order; before day 0 for customers from before the sample
   * @param to last day on which it may order
   * @param taste share of each category
   */
  record Buying(BuyingKind kind, double weight, int from, int to, List<Double> taste) {
    /** Purchasing power goes partly into how often and partly into how much at a time. */
    private static final double RATE_SHARE = 0.6;

    Buying {
      taste = List.copyOf(taste);
    }

    /** Factor on the quantity of a line. */
    double quantityFactor() {
      double oneOff = kind == BuyingKind.ONE_OFF ? BuyingKind.ONE_OFF_FACTOR : 1;
      return oneOff * StrictMath.pow(weight, 1 - RATE_SHARE);
    }

    /** How often it orders in a month of the sample, relative to other customers and months. */
    double rate(int month, Assortment assortment) {
      int start = Days.monthStart(month);
      int end = start + Days.monthLength(month) - 1;
      if (kind == BuyingKind.ONE_OFF || end < from || start > to) {
        return 0;
      }
      double active = (Math.min(end, to) - Math.max(start, from) + 1) / (end - start + 1.0);
      double demand = 0;
      for (Category category : assortment.categories()) {
        demand += taste.get(category.index()) * assortment.demand(category, month);
      }
      double years = (start - Math.max(from, 0)) / 365.0;
      double growth =
          kind == BuyingKind.GROWING ? StrictMath.pow(BuyingKind.YEARLY_GROWTH, years) : 1;
      return StrictMath.pow(weight, RATE_SHARE) * active * demand * growth;
    }
  }
}
