package org.quadrille.cubes.analysis;

/**
 * What was sold and what it contributed to profit (sales less cost), in the currency of the cube.
 *
 * @param sales NaN where nothing was sold
 * @param profit NaN where nothing was sold
 */
public record Contribution(double sales, double profit) {
  /** Nothing sold. */
  public static final Contribution NONE = new Contribution(Double.NaN, Double.NaN);

  /** Profit divided by sales; NaN where there are no sales or returns outweigh them. */
  public double rate() {
    return sales > 0 ? profit / sales : Double.NaN;
  }

  /** Whether anything was sold. */
  public boolean present() {
    return !Double.isNaN(sales) || !Double.isNaN(profit);
  }

  /** Profit, 0 where nothing was sold. */
  public double profitOrZero() {
    return Double.isNaN(profit) ? 0 : profit;
  }

  /** Sales, 0 where nothing was sold. */
  public double salesOrZero() {
    return Double.isNaN(sales) ? 0 : sales;
  }

  /** The two together; nothing is as zero, nothing and nothing stays nothing. */
  public Contribution plus(Contribution other) {
    if (!present()) {
      return other;
    }
    return other.present()
        ? new Contribution(
            salesOrZero() + other.salesOrZero(), profitOrZero() + other.profitOrZero())
        : this;
  }
}
