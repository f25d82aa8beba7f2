package org.quadrille.etl.sample;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * That a customer will order on a day.
 *
 * @param ordinal tells apart orders of one customer on one day
 * @param wanted what an order that follows from an earlier one is about; null for all others
 */
record PlannedOrder(int day, Customer customer, int ordinal, @Nullable Subcategory wanted) {
  /** The order in which orders are written. */
  static final Comparator<PlannedOrder> SEQUENCE =
      Comparator.comparingInt(PlannedOrder::day)
          .thenComparingInt(p -> p.customer().index())
          .thenComparingInt(PlannedOrder::ordinal);
}
