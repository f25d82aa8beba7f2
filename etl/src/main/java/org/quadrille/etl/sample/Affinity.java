package org.quadrille.etl.sample;

import java.util.List;

/**
 * A planted rule: who buys {@code antecedent} buys {@code consequent} with an additional
 * probability.
 *
 * @param daysFrom for later orders: the fewest days between the two
 * @param daysTo for later orders: the most days between the two
 */
record Affinity(
    Kind kind,
    Subcategory antecedent,
    Subcategory consequent,
    double probability,
    int daysFrom,
    int daysTo) {
  /** When the consequent is bought. */
  enum Kind {
    /** In the same order. */
    BASKET,
    /** In an order of its own some days later. */
    LATER,
    /** Like {@link #LATER}, but only after an order that itself came about by such a rule. */
    THEN
  }

  static List<Affinity> readAll(Assortment assortment) {
    return ParameterList.read("affinities.txt").stream()
        .map(
            fields ->
                new Affinity(
                    kind(fields.get(0)),
                    assortment.subcategory(fields.get(1)),
                    assortment.subcategory(fields.get(2)),
                    Double.parseDouble(fields.get(3)),
                    Integer.parseInt(fields.get(4)),
                    Integer.parseInt(fields.get(5))))
        .toList();
  }

  private static Kind kind(String text) {
    return switch (text) {
      case "basket" -> Kind.BASKET;
      case "later" -> Kind.LATER;
      case "then" -> Kind.THEN;
      default -> throw new IllegalArgumentException("unknown kind in affinities.txt: " + text);
    };
  }
}
