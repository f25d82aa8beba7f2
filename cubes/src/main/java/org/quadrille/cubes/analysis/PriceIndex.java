package org.quadrille.cubes.analysis;

import java.util.List;

/**
 * Own prices against another's on items that both sell: 100 means alike, 110 that ours are a tenth
 * higher. Fisher's ideal index, the geometric mean of the index weighted by the other's quantities
 * and that weighted by ours (Fisher, "The Making of Index Numbers", 1922), so that neither
 * assortment decides; it is never made of average revenue per unit.
 *
 * @param value NaN where nothing matches
 * @param matched how many items both sold
 * @param items how many items either sold
 */
public record PriceIndex(double value, int matched, int items) {
  /** Nothing to compare. */
  public static final PriceIndex NONE = new PriceIndex(Double.NaN, 0, 0);

  /**
   * An item as both sold it.
   *
   * @param ownValue money for ours, NaN or 0 where we sold none
   * @param ownUnits units of ours
   * @param otherValue money for the other's
   * @param otherUnits units of the other's
   */
  public record Item(double ownValue, double ownUnits, double otherValue, double otherUnits) {
    boolean matches() {
      return ownValue > 0 && ownUnits > 0 && otherValue > 0 && otherUnits > 0;
    }
  }

  /** Compares. */
  public static PriceIndex of(List<Item> items) {
    double ownAtOther = 0;
    double other = 0;
    double own = 0;
    double otherAtOwn = 0;
    int matched = 0;
    for (Item item : items) {
      if (item.matches()) {
        double ownPrice = item.ownValue() / item.ownUnits();
        double otherPrice = item.otherValue() / item.otherUnits();
        ownAtOther += ownPrice * item.otherUnits();
        other += item.otherValue();
        own += item.ownValue();
        otherAtOwn += otherPrice * item.ownUnits();
        matched++;
      }
    }
    if (matched == 0) {
      return new PriceIndex(Double.NaN, 0, items.size());
    }
    double index = 100 * Math.sqrt(ownAtOther / other * (own / otherAtOwn));
    return new PriceIndex(index, matched, items.size());
  }
}
