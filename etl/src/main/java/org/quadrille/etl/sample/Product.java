package org.quadrille.etl.sample;

/** A product (SKU); {@code launchDay} may lie before the sample. */
record Product(
    int index,
    String sku,
    Name name,
    Subcategory subcategory,
    Name brand,
    Supplier supplier,
    int launchDay,
    PriceHistory prices) {
  /** A company that products are bought from. */
  record Supplier(String id, Name name) {}

  /**
   * How the list price stood to the first one on a day, raised to the elasticity of the category:
   * the factor on quantities.
   *
   * @param promotionRate discount of a promotion, 0 to 1; it counts as a lower price
   */
  double priceEffect(int day, double promotionRate) {
    double ratio = prices.list(prices.at(day)) / (double) prices.list(0) * (1 - promotionRate);
    return StrictMath.pow(ratio, -subcategory.category().elasticity());
  }
}
