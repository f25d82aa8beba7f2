package org.quadrille.etl.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A company that has not bought yet but was contacted.
 *
 * @param potential what it could buy in a year, CNY
 */
record Prospect(
    int index,
    String id,
    Name name,
    Industry industry,
    SizeClass size,
    Region region,
    int firstSeen,
    double potential) {
  /** Number of prospects at scale 1. */
  static final int AT_SCALE_ONE = 1000;

  static List<Prospect> make(Seed seed, Geography geography, CompanyNames names, int count) {
    List<Industry> industries = Industry.readAll();
    Weights weights = Weights.of(industries, Industry::weight);
    Weights sizes = Weights.of(0.08, 0.27, 0.65);
    List<Prospect> prospects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Dice dice = seed.dice("prospect", i);
      Region region = geography.draw(dice);
      Industry industry = industries.get(dice.pick(weights));
      SizeClass size = SizeClass.values()[dice.pick(sizes)];
      double median =
          switch (size) {
            case LARGE -> 600_000;
            case MEDIUM -> 120_000;
            case SMALL -> 20_000;
          };
      prospects.add(
          new Prospect(
              i,
              String.format(Locale.ROOT, "P%05d", i + 1),
              names.draw(region, industry, dice),
              industry,
              size,
              region,
              dice.between(0, Days.COUNT - 60),
              dice.around(median, 0.6)));
    }
    return prospects;
  }
}
