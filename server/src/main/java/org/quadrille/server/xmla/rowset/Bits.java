package org.quadrille.server.xmla.rowset;

import org.jspecify.annotations.Nullable;

/** Restrictions that are sums of bits. */
final class Bits {
  private Bits() {}

  /** Whether a restriction has the bit of a row; no restriction has all. */
  static boolean accept(@Nullable String restriction, int bit) {
    return restriction == null || (number(restriction) & bit) != 0;
  }

  /** A restriction as a number; 0 for what is none. */
  static int number(String restriction) {
    try {
      return Integer.parseInt(restriction.trim());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
