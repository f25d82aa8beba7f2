package org.quadrille.etl.sample;

/**
 * A promotion: between two days, for some categories, in an area.
 *
 * @param categories ids of categories, each one letter
 * @param area CN, EU or ALL
 */
record Promotion(
    String id,
    Name name,
    Name kind,
    double rate,
    int from,
    int to,
    String categories,
    String area) {
  /** What an order line has when there was no promotion. */
  static final Promotion NONE =
      new Promotion(
          "NONE",
          new Name("No Promotion", "无促销"),
          new Name("None", "无"),
          0,
          0,
          Days.LAST,
          "",
          "ALL");

  boolean covers(int day, Category category, Province province) {
    return day >= from
        && day <= to
        && categories.contains(category.id())
        && (area.equals("ALL") || area.equals(province.area()));
  }
}
