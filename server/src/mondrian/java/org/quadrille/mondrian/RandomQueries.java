package org.quadrille.mondrian;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Queries over the cube Sales of our FoodMart schema, the same ones for a seed. */
final class RandomQueries {
  private static final Map<String, List<String>> SETS =
      Map.of(
          "[Product]",
          List.of(
              "[Product].[Family].Members",
              "[Product].[Department].Members",
              "[Product].[Drink].Children",
              "Descendants([Product].[Drink], [Product].[Category], SELF_AND_BEFORE)",
              "DrilldownLevel({[Product].[All Products]})"),
          "[Store]",
          List.of(
              "[Store].[State].Members",
              "[Store].[USA].Children",
              "Descendants([Store].[USA], 2)",
              "Ascendants([Store].[USA].[CA].[Los Angeles])"),
          "[Time]",
          List.of(
              "[Time].[Quarter].Members",
              "[Time].[1997].Children",
              "Descendants([Time].[1997], [Time].[Month])",
              "LastPeriods(3, [Time].[1997].[Q3])"),
          "[Customer]",
          List.of(
              "[Customer].[State].Members",
              "[Customer].[City].Members",
              "[Customer].[USA].[WA].Children"),
          "[Gender]",
          List.of("[Gender].Members", "[Gender].[Gender].Members"),
          "[Education]",
          List.of("[Education].[Education].Members", "Head([Education].[Education].Members, 2)"),
          "[Store Kind]",
          List.of("[Store Kind].[Kind].Members", "[Store Kind].Members"));
  private static final Map<String, List<String>> SLICERS =
      Map.of(
          "[Product]", List.of("[Product].[Food]", "[Product].[Drink].[Dairy]"),
          "[Store]", List.of("[Store].[USA].[CA]", "[Store].[USA].[WA].[Seattle]"),
          "[Time]", List.of("[Time].[1997].[Q2]", "[Time].[1997].[Q4].[12]"),
          "[Gender]", List.of("[Gender].[F]"),
          "[Education]", List.of("[Education].[Graduate Degree]"));
  private static final List<String> MEASURES =
      List.of("Units", "Revenue", "Cost", "Lines", "Buyers", "Largest Line", "Profit", "Margin");

  private final Random random;

  RandomQueries(long seed) {
    random = new Random(seed);
  }

  /** So many queries, by name. */
  Map<String, String> make(int count) {
    Map<String, String> queries = new LinkedHashMap<>();
    for (int i = 1; i <= count; i++) {
      queries.put("random " + i, query());
    }
    return queries;
  }

  private String query() {
    List<String> hierarchies = new ArrayList<>(SETS.keySet().stream().sorted().toList());
    java.util.Collections.shuffle(hierarchies, random);
    String measure = "[Measures].[" + pick(MEASURES) + "]";
    int rows = 1 + random.nextInt(2);
    List<String> sets = new ArrayList<>();
    for (String hierarchy : hierarchies.subList(0, rows)) {
      sets.add(pick(SETS.get(hierarchy)));
    }
    String set = rows == 1 ? sets.get(0) : "Crossjoin(" + sets.get(0) + ", " + sets.get(1) + ")";
    List<String> slicer = new ArrayList<>();
    for (String hierarchy : hierarchies.subList(rows, hierarchies.size())) {
      if (SLICERS.containsKey(hierarchy) && random.nextInt(3) == 0) {
        slicer.add(pick(SLICERS.get(hierarchy)));
      }
    }
    return "SELECT {"
        + measure
        + ", [Measures].["
        + pick(MEASURES)
        + "]} ON COLUMNS,\n  "
        + (random.nextBoolean() ? "NON EMPTY " : "")
        + around(set, measure)
        + " ON ROWS\nFROM [Sales]"
        + (slicer.isEmpty() ? "" : "\nWHERE (" + String.join(", ", slicer) + ")");
  }

  private String around(String set, String measure) {
    return switch (random.nextInt(8)) {
      case 0 -> "TopCount(" + set + ", 5, " + measure + ")";
      case 1 -> "Order(" + set + ", " + measure + ", BDESC)";
      case 2 -> "Order(" + set + ", " + measure + ", DESC)";
      case 3 -> "Filter(" + set + ", " + measure + " > 100)";
      case 4 -> "BottomPercent(" + set + ", 20, " + measure + ")";
      default -> set;
    };
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
