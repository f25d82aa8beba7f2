package org.quadrille.etl.sample;

import java.util.List;

/**
 * A competitor, or the company itself among them.
 *
 * @param areas CN, EU
 * @param price its prices as a factor on ours
 * @param advertising its spending as a factor on ours
 * @param appeal what draws buyers beside price, rating and advertising; ours is 1
 * @param appealGrowth what is added to the logarithm of the appeal in a year
 * @param winRate share of the bids that we win against it
 * @param bidWeight how often it bids against us
 */
record Competitor(
    String id,
    Name name,
    Name home,
    List<String> areas,
    double price,
    double rating,
    double advertising,
    double appeal,
    double appealGrowth,
    double winRate,
    double bidWeight) {
  /** The id of the company itself. */
  static final String OWN = "OWN";

  Competitor {
    areas = List.copyOf(areas);
  }

  boolean own() {
    return id.equals(OWN);
  }

  /** The company itself first. */
  static List<Competitor> readAll() {
    return ParameterList.read("competitors.txt").stream()
        .map(
            f ->
                new Competitor(
                    f.get(0),
                    new Name(f.get(1), f.get(2)),
                    new Name(f.get(3), f.get(4)),
                    List.of(f.get(5).split(" ", -1)),
                    Double.parseDouble(f.get(6)),
                    Double.parseDouble(f.get(7)),
                    Double.parseDouble(f.get(8)),
                    Double.parseDouble(f.get(9)),
                    Double.parseDouble(f.get(10)),
                    Double.parseDouble(f.get(11)),
                    Double.parseDouble(f.get(12))))
        .toList();
  }
}
