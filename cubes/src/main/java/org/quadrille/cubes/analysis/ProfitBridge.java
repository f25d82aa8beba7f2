package org.quadrille.cubes.analysis;

import java.util.List;

/**
 * Why profit changed from one period to another, in parts that add up exactly.
 *
 * <p>For items sold in both periods, with quantities q, prices p (sales per unit), unit costs c and
 * unit profits m = p − c: <em>volume</em> is the change of the whole quantity at the average unit
 * profit before, {@code (Q₁ − Q₀) · Σm₀q₀/Q₀}; <em>mix</em> is what the shift between items adds to
 * it, {@code Σm₀(q₁ − q₀) − volume}; <em>price</em> is {@code Σq₁(p₁ − p₀)}; <em>cost</em> is
 * {@code −Σq₁(c₁ − c₀)}. Items sold in one of the periods only are in {@code fresh} and {@code
 * gone} with their whole profit; so are those whose quantity is not above zero, since they have no
 * price. (The usual price-volume-mix analysis at the grain of the item, so that a change of mix
 * never looks like a change of price.)
 *
 * @param before profit before
 * @param now profit now
 * @param matched how many items have a price in both periods
 */
public record ProfitBridge(
    double before,
    double volume,
    double mix,
    double price,
    double cost,
    double fresh,
    double gone,
    double now,
    int matched) {

  /** Splits the change of the sum of some items. */
  public static ProfitBridge of(List<ProfitAnalysis.Part> items) {
    Sums sums = new Sums();
    items.forEach(sums::add);
    return sums.bridge();
  }

  /** Volume, mix, price, cost, fresh and gone together: the whole change. */
  public double effects() {
    return volume + mix + price + cost + fresh + gone;
  }

  private static final class Sums {
    private double before;
    private double now;
    private double fresh;
    private double gone;
    private double price;
    private double cost;
    private double unitsNow;
    private double unitsBefore;
    private double matchedBefore;
    private double shifted;
    private int matched;

    void add(ProfitAnalysis.Part item) {
      Contribution first = item.before();
      Contribution second = item.now();
      before += first.profitOrZero();
      now += second.profitOrZero();
      double q0 = item.unitsBefore();
      double q1 = item.unitsNow();
      if (!(q0 > 0 && q1 > 0)) {
        fresh += second.profitOrZero();
        gone -= first.profitOrZero();
        return;
      }
      double p0 = first.salesOrZero() / q0;
      double p1 = second.salesOrZero() / q1;
      double c0 = p0 - first.profitOrZero() / q0;
      double c1 = p1 - second.profitOrZero() / q1;
      price += q1 * (p1 - p0);
      cost -= q1 * (c1 - c0);
      shifted += (p0 - c0) * (q1 - q0);
      matchedBefore += first.profitOrZero();
      unitsBefore += q0;
      unitsNow += q1;
      matched++;
    }

    ProfitBridge bridge() {
      double volume = unitsBefore > 0 ? (unitsNow - unitsBefore) * matchedBefore / unitsBefore : 0;
      return new ProfitBridge(
          before, volume, shifted - volume, price, cost, fresh, gone, now, matched);
    }
  }
}
