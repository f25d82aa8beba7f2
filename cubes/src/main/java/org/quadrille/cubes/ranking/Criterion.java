package org.quadrille.cubes.ranking;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What members are ranked by. */
public enum Criterion {
  /** The measure that was chosen, in the period. */
  VALUE,
  /** How short ago the last order is; the basic one. */
  RECENCY,
  /** The largest quantity in a calendar year, up to the end of the period. */
  YEAR_QUANTITY,
  /** In how many orders of the period something was bought that is used up. */
  CONSUMABLES,
  /** The largest sales in a calendar year, up to the end of the period. */
  YEAR_SALES;

  /** The name in addresses and messages, such as {@code year-sales}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The criterion of that code. */
  public static Optional<Criterion> of(String code) {
    return Stream.of(values()).filter(c -> c.code().equals(code)).findFirst();
  }

  /** The larger, the better; NaN where a member has no such figure. */
  public double of(MemberFacts facts) {
    return switch (this) {
      case VALUE -> facts.value();
      case RECENCY -> facts.lastOrder();
      case YEAR_QUANTITY -> facts.yearQuantity();
      case CONSUMABLES -> facts.consumableOrders();
      case YEAR_SALES -> facts.yearSales();
    };
  }
}
