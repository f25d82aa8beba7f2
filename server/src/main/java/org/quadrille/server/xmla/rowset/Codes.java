package org.quadrille.server.xmla.rowset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The numbers by which OLE DB for OLAP names kinds of things. */
final class Codes {
  /** Kind of dimension: time. */
  static final int DIMENSION_TIME = 1;

  /** Kind of dimension: measures. */
  static final int DIMENSION_MEASURE = 2;

  /** Kind of dimension: any other. */
  static final int DIMENSION_OTHER = 3;

  /** A member of a dimension that is stored. */
  static final int MEMBER_REGULAR = 1;

  /** The All member. */
  static final int MEMBER_ALL = 2;

  /** A stored measure. */
  static final int MEMBER_MEASURE = 3;

  /** A calculated member. */
  static final int MEMBER_FORMULA = 4;

  /** OLE DB type of a double. */
  static final int TYPE_DOUBLE = 5;

  /** OLE DB type of a 32-bit integer. */
  static final int TYPE_INT = 3;

  /** OLE DB type of a boolean. */
  static final int TYPE_BOOLEAN = 11;

  /** OLE DB type of a date with time. */
  static final int TYPE_DATE = 7;

  /** OLE DB type of a text. */
  static final int TYPE_TEXT = 130;

  private Codes() {}

  /** The kind of a level by its type in the schema. */
  static int level(String type) {
    return switch (type) {
      case "ALL" -> 0x1;
      case "TIME_YEARS" -> 0x14;
      case "TIME_HALF_YEARS" -> 0x24;
      case "TIME_QUARTERS" -> 0x44;
      case "TIME_MONTHS" -> 0x84;
      case "TIME_WEEKS" -> 0x104;
      case "TIME_DAYS" -> 0x204;
      case "TIME_HOURS" -> 0x304;
      case "TIME_MINUTES" -> 0x404;
      case "TIME_SECONDS" -> 0x804;
      case "TIME_UNDEFINED" -> 0x1004;
      default -> 0;
    };
  }

  /** The kind of an aggregation; null stands for a calculated measure. */
  static int aggregator(@Nullable String name) {
    if (name == null) {
      return 127;
    }
    return switch (name.toUpperCase(Locale.ROOT).replace('-', '_')) {
      case "SUM" -> 1;
      case "COUNT" -> 2;
      case "MIN" -> 3;
      case "MAX" -> 4;
      case "AVG" -> 5;
      case "DISTINCT_COUNT" -> 8;
      default -> 0;
    };
  }

  /** The type of a member property by its type in the schema. */
  static int property(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "NUMERIC" -> TYPE_DOUBLE;
      case "INTEGER", "LONG" -> TYPE_INT;
      case "BOOLEAN" -> TYPE_BOOLEAN;
      case "DATE", "TIME", "TIMESTAMP" -> TYPE_DATE;
      default -> TYPE_TEXT;
    };
  }
}
