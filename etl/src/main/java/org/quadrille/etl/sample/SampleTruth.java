package org.quadrille.etl.sample;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in a generated company: counts and totals against which a load and analyses can be
 * checked. It is written to {@code truth.json}.
 *
 * @param rows rows of each source file, headers not counted; sheets as {@code
 *     catalogue.xlsx#Products}
 * @param dirtyRows rows of each kind of dirt by file of order lines
 * @param loaded totals of the order lines that a right load keeps
 * @param loadedByYear the same by year
 * @param loadedByCategory the same by English name of the category
 * @param orders orders with a line that is kept
 * @param buyingCustomers known customers with a line that is kept
 * @param topFifthShare share of the sales that the best 20 % of the buying customers bring, 0 to 1
 * @param customersByKind customers by behaviour: steady, growing, sleeping, lost, one_off
 * @param baskets the planted rules within orders, measured
 * @param sequences the planted rules from order to order, as drawn
 * @param bidsWonAgainst won and lost bids by competitor id
 */
public record SampleTruth(
    long seed,
    double scale,
    Map<String, Long> rows,
    Map<String, Map<String, Long>> dirtyRows,
    Totals loaded,
    Map<String, Totals> loadedByYear,
    Map<String, Totals> loadedByCategory,
    long orders,
    long buyingCustomers,
    double topFifthShare,
    Map<String, Long> customersByKind,
    List<Basket> baskets,
    List<Sequence> sequences,
    Map<String, WonLost> bidsWonAgainst) {
  public SampleTruth {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    dirtyRows = Collections.unmodifiableMap(new LinkedHashMap<>(dirtyRows));
    loadedByYear = Collections.unmodifiableMap(new LinkedHashMap<>(loadedByYear));
    loadedByCategory = Collections.unmodifiableMap(new LinkedHashMap<>(loadedByCategory));
    customersByKind = Collections.unmodifiableMap(new LinkedHashMap<>(customersByKind));
    baskets = List.copyOf(baskets);
    sequences = List.copyOf(sequences);
    bidsWonAgainst = Collections.unmodifiableMap(new LinkedHashMap<>(bidsWonAgainst));
  }

  /** Totals of order lines; amounts in CNY with two decimals. */
  public record Totals(
      long rows, long quantity, BigDecimal amount, BigDecimal cost, BigDecimal discount) {}

  /**
   * A rule A→B within an order, over orders with a line that is kept.
   *
   * @param planted probability with which B was added to an order with A
   * @param confidence share of the orders with A that have B
   * @param lift confidence over the share of all orders that have B
   */
  public record Basket(
      String antecedent,
      String consequent,
      double planted,
      long antecedentOrders,
      long bothOrders,
      double confidence,
      double lift) {}

  /**
   * A rule A→B from order to order.
   *
   * @param planted probability with which an order of A led to a later order of B
   */
  public record Sequence(
      String antecedent, String consequent, double planted, int daysFrom, int daysTo, long drawn) {}

  /** Decided bids against a competitor. */
  public record WonLost(long won, long lost) {}

  /** Rows of one kind of dirt over all files. */
  public long dirty(String kind) {
    return dirtyRows.values().stream().mapToLong(f -> f.getOrDefault(kind, 0L)).sum();
  }

  /** Rows of the order files that a right load rejects. */
  public long rejected() {
    long orderRows =
        dirtyRows.keySet().stream().mapToLong(file -> rows.getOrDefault(file, 0L)).sum();
    return orderRows - loaded.rows();
  }
}
