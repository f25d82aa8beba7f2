package org.quadrille.cubes.analysis;

import java.util.Locale;

/** What a measure is to the business; the annotation's value is the name with hyphens. */
public enum MeasureRole {
  SALES,
  /** What sales were planned to be. */
  TARGET,
  COST,
  PROFIT,
  QUANTITY,
  ORDERS,
  CUSTOMERS,
  MARKET_VALUE,
  MARKET_UNITS,
  PRICE,
  RATING,
  ADVERTISING,
  PROMOTIONS,
  OBSERVATIONS,
  CHANNELS,
  BIDS,
  BIDS_WON,
  BIDS_LOST,
  BID_AMOUNT,
  BID_AMOUNT_WON,
  BID_AMOUNT_LOST,
  CONTACTS,
  STATED_POTENTIAL;

  /** The value of the annotation, such as {@code market-value}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
