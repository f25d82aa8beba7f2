package org.quadrille.cubes.analysis;

/**
 * Own prices against another's on items that both sell: 100 means alike, 110 that ours are a tenth
 * higher. Fisher's ideal index, the geometric mean of the index weighted by the other's quantities
 * and that weighted by ours (Fisher, "The Making of Index Numbers", 1922), so that neither
 * assortment decides; it is never made of average revenue per unit.
 *
 * @param value NaN where nothing matches
 * @param matched how many items both sold
 */
public record PriceIndex(double value, int matched) {
  /** Nothing to compare. */
  public static final PriceIndex NONE = new PriceIndex(Double.NaN, 0);

  /**
   * The index of the sums over the items that both sold, each at the mean price of its own.
   *
   * @param ownAtOther what the other's quantities cost at our prices
   * @param other what they cost at the other's
   * @param own what our quantities cost at our prices
   * @param otherAtOwn what they cost at the other's
   */
  static PriceIndex of(
      double ownAtOther, double other, double own, double otherAtOwn, int matched) {
    return matched == 0
        ? NONE
        : new PriceIndex(100 * Math.sqrt(ownAtOther / other * (own / otherAtOwn)), matched);
  }
}
