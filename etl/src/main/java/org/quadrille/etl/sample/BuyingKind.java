package org.quadrille.etl.sample;

import java.util.Locale;

/** How a customer behaves over the three years. */
enum BuyingKind {
  /** Orders at the same rate all the time. */
  STEADY(0.45),
  /** The rate of orders grows by {@link #YEARLY_GROWTH} a year from the first day on. */
  GROWING(0.15),
  /** Has not ordered in the last three to nine months. */
  SLEEPING(0.12),
  /**
   * Has not ordered for a year or longer; complained more and was less satisfied before leaving.
   */
  LOST(0.13),
  /** Ordered once, five times as much as one would expect of such a customer. */
  ONE_OFF(0.15);

  /** Factor a year on the rate of orders of growing customers. */
  static final double YEARLY_GROWTH = 1.5;

  /** Factor on the quantities of a one-off order. */
  static final double ONE_OFF_FACTOR = 5;

  private final double share;

  BuyingKind(double share) {
    this.share = share;
  }

  /** Share of the customers. */
  double share() {
    return share;
  }

  /** As {@code truth-customers.csv} and {@code truth.json} write it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
