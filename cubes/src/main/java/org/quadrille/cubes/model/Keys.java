package org.quadrille.cubes.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keys in one form, so that the key 1997 is the same whether a database gave it as a short, an int
 * or a decimal.
 */
public final class Keys {
  /** Stands for SQL null where a map cannot hold null. */
  public static final Object NULL = new Object();

  private Keys() {}

  /** The key in the form in which it is compared and looked up. */
  public static Object canonical(@Nullable Object key) {
    if (key == null) {
      return NULL;
    }
    if (key instanceof Integer || key instanceof Short || key instanceof Byte) {
      return ((Number) key).longValue();
    }
    if (key instanceof BigInteger big && big.bitLength() < 64) {
      return big.longValue();
    }
    if (key instanceof BigDecimal decimal) {
      return canonicalDecimal(decimal);
    }
    if (key instanceof Double || key instanceof Float) {
      double value = ((Number) key).doubleValue();
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        return (long) value;
      }
      return value;
    }
    return key;
  }

  private static Object canonicalDecimal(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    if (stripped.scale() <= 0 && stripped.precision() - stripped.scale() < 19) {
      return stripped.longValueExact();
    }
    return stripped.doubleValue();
  }

  /** Compares keys of one level: null first, numbers by value, all else in natural order. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static int compare(@Nullable Object a, @Nullable Object b) {
    if (a == b) {
      return 0;
    }
    if (a == null) {
      return -1;
    }
    if (b == null) {
      return 1;
    }
    if (a instanceof Number x && b instanceof Number y) {
      return compareNumbers(x, y);
    }
    if (a.getClass() == b.getClass() && a instanceof Comparable c) {
      return c.compareTo(b);
    }
    return a.toString().compareTo(b.toString());
  }

  private static int compareNumbers(Number a, Number b) {
    if (a instanceof BigDecimal || b instanceof BigDecimal) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }
    if (a instanceof Double || b instanceof Double || a instanceof Float || b instanceof Float) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    return Long.compare(a.longValue(), b.longValue());
  }
}
