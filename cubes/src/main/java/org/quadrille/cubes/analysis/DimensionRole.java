package org.quadrille.cubes.analysis;

import java.util.Locale;

/** What a dimension is to the business; the annotation's value is the name in lower case. */
public enum DimensionRole {
  TIME,
  REGION,
  PRODUCT,
  CUSTOMER,
  EMPLOYEE,
  CHANNEL,
  PROMOTION,
  COMPETITOR,
  REASON,
  PROSPECT;

  /** The value of the annotation, such as {@code region}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
