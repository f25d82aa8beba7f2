package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.ResultMember;

/** Collects what every company sold of every item in a part of a market. */
final class PriceComparison {
  private final @Nullable ResultMember part;
  private final Map<String, Map<String, double[]>> soldByItem = new LinkedHashMap<>();
  private final Map<String, Competitor> companies = new LinkedHashMap<>();

  PriceComparison(@Nullable ResultMember part) {
    this.part = part;
  }

  void add(String item, Competitor company, double value, double units) {
    String name = company.member().uniqueName();
    companies.putIfAbsent(name, company);
    double[] sold =
        soldByItem
            .computeIfAbsent(item, k -> new LinkedHashMap<>())
            .computeIfAbsent(name, k -> new double[2]);
    sold[0] += Double.isNaN(value) ? 0 : value;
    sold[1] += Double.isNaN(units) ? 0 : units;
  }

  MarketAnalysis.PartIndexes indexes() {
    List<String> own = names(true);
    List<String> rivals = names(false);
    Map<Competitor, PriceIndex> each = new LinkedHashMap<>();
    for (String rival : rivals) {
      each.put(companies.get(rival), index(own, List.of(rival)));
    }
    return new MarketAnalysis.PartIndexes(part, index(own, rivals), each);
  }

  private List<String> names(boolean own) {
    return companies.entrySet().stream()
        .filter(entry -> entry.getValue().own() == own)
        .map(Map.Entry::getKey)
        .toList();
  }

  private PriceIndex index(List<String> own, List<String> others) {
    List<PriceIndex.Item> items = new ArrayList<>();
    for (Map<String, double[]> sold : soldByItem.values()) {
      items.add(
          new PriceIndex.Item(
              sum(sold, own, 0), sum(sold, own, 1), sum(sold, others, 0), sum(sold, others, 1)));
    }
    return PriceIndex.of(items);
  }

  private static double sum(Map<String, double[]> sold, List<String> names, int figure) {
    double sum = 0;
    for (String name : names) {
      double[] values = sold.get(name);
      sum += values == null ? 0 : values[figure];
    }
    return sum;
  }
}
