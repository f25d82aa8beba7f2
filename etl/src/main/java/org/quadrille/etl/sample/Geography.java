package org.quadrille.etl.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the company sells: provinces and their counties, as {@code regions.txt} lists them. */
final class Geography {
  private final List<Province> provinces;
  private final List<Region> regions;
  private final Weights weights;
  private final Map<String, Double> weightByProvince;

  private Geography(List<Province> provinces, List<Region> regions) {
    this.provinces = List.copyOf(provinces);
    this.regions = List.copyOf(regions);
    weights = Weights.of(regions, Region::weight);
    weightByProvince =
        regions.stream().collect(groupingBy(r -> r.province().id(), summingDouble(Region::weight)));
  }

  static Geography make(Seed seed) {
    Map<String, Province> provinces = new LinkedHashMap<>();
    Map<String, Integer> cities = new LinkedHashMap<>();
    List<Region> regions = new ArrayList<>();
    Dice dice = seed.dice("region");
    for (List<String> entry : ParameterList.read("regions.txt")) {
      Province province =
          provinces.computeIfAbsent(
              entry.get(3),
              id ->
                  new Province(
                      id,
                      new Name(entry.get(1), entry.get(2)),
                      new Name(entry.get(4), entry.get(5)),
                      Long.parseLong(entry.get(6))));
      int cityNumber = cities.merge(province.id(), 1, Integer::sum);
      Name city = new Name(entry.get(7), entry.get(8));
      List<Name> counties = ParameterList.nameList(entry.get(10));
      double cityWeight = Double.parseDouble(entry.get(9));
      for (int i = 0; i < counties.size(); i++) {
        String id = String.format(Locale.ROOT, "%s-%02d%02d", province.id(), cityNumber, i + 1);
        double weight = cityWeight / counties.size() * dice.uniform(0.5, 1.5);
        regions.add(new Region(regions.size(), id, province, city, counties.get(i), weight));
      }
    }
    return new Geography(List.copyOf(provinces.values()), regions);
  }

  List<Province> provinces() {
    return provinces;
  }

  List<Region> regions() {
    return regions;
  }

  /** The business that a province has. */
  double weight(Province province) {
    return weightByProvince.getOrDefault(province.id(), 0.0);
  }

  /** A region, drawn by the business it has. */
  Region draw(Dice dice) {
    return regions.get(dice.pick(weights));
  }
}
