package org.quadrille.etl.sample;

import java.util.Locale;

/** What can be wrong with an order line, and whether the load keeps it all the same. */
enum DirtKind {
  BAD_DATE(false),
  UNKNOWN_CUSTOMER(true),
  UNKNOWN_PRODUCT(false),
  DUPLICATE_LINE(false),
  RETURN(true),
  MISSING_KEY(false),
  TEXT_IN_NUMBER(false),
  WRONG_AMOUNT(false);

  private final boolean loaded;

  DirtKind(boolean loaded) {
    this.loaded = loaded;
  }

  /** Whether the row ends in the star; otherwise it is rejected. */
  boolean loaded() {
    return loaded;
  }

  /** As {@code truth.json} and the documentation write it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
