package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.ResultMember;

/**
 * What random queries over a cube may name.
 *
 * @param role the role that asks, null for all rights
 * @param measures unique names of stored and calculated measures
 * @param hierarchies those that queries are made of
 */
record RandomCube(
    String name, @Nullable String role, List<String> measures, List<Hierarchy> hierarchies) {

  /** Below this, parents and children have few facts. */
  private static final int DEPTH = 5;

  /**
   * A hierarchy.
   *
   * @param time whether it is one of time
   * @param levels those that queries are made of, each with members that have facts
   */
  record Hierarchy(String name, boolean time, List<Level> levels) {
    /** The level of that name or the last. */
    Level deepest() {
      return levels.get(levels.size() - 1);
    }
  }

  /** A level with its members that have facts. */
  record Level(String name, List<ResultMember> members) {}

  /** What a cube is read from: {@code [Hierarchy]: Level, Level}. */
  static RandomCube read(
      FoodMartCatalog catalog, String cube, List<String> measures, String... hierarchies) {
    return read(catalog, cube, null, measures, hierarchies);
  }

  /** Under a role, so that queries name what it may see. */
  static RandomCube read(
      FoodMartCatalog catalog,
      String cube,
      @Nullable String role,
      List<String> measures,
      String... hierarchies) {
    List<Hierarchy> pools = new ArrayList<>();
    for (String line : hierarchies) {
      String name = line.substring(0, line.indexOf(": "));
      List<Level> levels = new ArrayList<>();
      for (String level : line.substring(line.indexOf(": ") + 2).split(", ")) {
        List<ResultMember> members = members(catalog, cube, role, name, level);
        if (!members.isEmpty()) {
          levels.add(new Level(name + ".[" + level + "]", members));
        }
      }
      pools.add(new Hierarchy(name, name.equals("[Time]"), levels));
    }
    return new RandomCube(
        cube, role, measures.stream().map(m -> "[Measures].[" + m + "]").toList(), pools);
  }

  /** Members with facts; where a role hides all totals, any member. */
  private static List<ResultMember> members(
      FoodMartCatalog catalog, String cube, @Nullable String role, String hierarchy, String level) {
    String set = hierarchy + ".[" + level + "].Members on columns from [" + cube + "]";
    List<ResultMember> filled = members(catalog, "select non empty " + set, role);
    return filled.isEmpty() ? members(catalog, "select " + set, role) : filled;
  }

  private static List<ResultMember> members(
      FoodMartCatalog catalog, String mdx, @Nullable String role) {
    return catalog.batched(mdx, role).axes().get(0).positions().stream()
        .map(p -> p.get(0))
        .filter(m -> m.depth() <= DEPTH)
        .toList();
  }

  /** The hierarchy of time, null where queries are not made of it. */
  @Nullable Hierarchy time() {
    return hierarchies.stream().filter(Hierarchy::time).findFirst().orElse(null);
  }

  /** The cubes of the tests. */
  static List<RandomCube> all(FoodMartCatalog catalog) {
    String time = "[Time]: Quarter, Month";
    String product = "[Product]: Family, Department, Category, Subcategory";
    String store = "[Store]: Country, State, City, Shop";
    RandomCube sales =
        read(
            catalog,
            "Sales",
            List.of(
                "Units",
                "Revenue",
                "Cost",
                "Lines",
                "Buyers",
                "Articles",
                "Average Line",
                "Smallest Line",
                "Largest Line",
                "Promoted Revenue",
                "Profit",
                "Margin"),
            time,
            store,
            product,
            "[Store Kind]: Kind",
            "[Store Area]: Area",
            "[Promotion]: Promotion",
            "[Promotion].[Media]: Medium",
            "[Customer]: Country, State, City",
            "[Gender]: Gender",
            "[Marital Status]: Marital Status",
            "[Education]: Education",
            "[Time].[Weeks]: Year, Week");
    RandomCube warehouse =
        read(
            catalog,
            "Warehouse",
            List.of(
                "Ordered",
                "Shipped",
                "Value",
                "Expense",
                "Fastest",
                "Slowest",
                "Typical",
                "Suppliers",
                "Fill Rate"),
            time,
            store,
            product,
            "[Warehouse]: Country, State, City, Warehouse",
            "[Supply Days]: Days");
    RandomCube people =
        read(
            catalog,
            "HR",
            List.of(
                "Salary",
                "Overtime",
                "Payments",
                "Heads",
                "Vacation",
                "Highest Payment",
                "Salary per Head"),
            time,
            "[Department]: Department",
            "[Employee]: Employee",
            "[Position]: Role, Title");
    RandomCube ragged =
        read(
            catalog,
            "Ragged Sales",
            List.of("Units", "Revenue", "Buyers"),
            time,
            "[Location]: Country, State, City, Shop",
            product);
    RandomCube virtual =
        read(
            catalog,
            "Sales and Stock",
            List.of("Units", "Revenue", "Buyers", "Ordered", "Shipped", "Value", "Sold of Shipped"),
            time,
            store,
            product,
            "[Gender]: Gender");
    RandomCube years =
        read(
            catalog,
            "Two Years",
            List.of("Units", "Revenue", "Buyers"),
            "[Time]: Year, Quarter, Month",
            store,
            product);
    return List.of(sales, sales, sales, sales, warehouse, people, ragged, virtual, years);
  }

  /** Cubes under roles: totals of each policy, levels and measures hidden, a union of roles. */
  static List<RandomCube> underRoles(FoodMartCatalog catalog) {
    List<String> measures = List.of("Units", "Revenue", "Buyers", "Average Line", "Profit");
    List<String> wholes =
        List.of(
            "[Time]: Quarter, Month",
            "[Store]: Country, State, City, Shop",
            "[Product]: Family, Department",
            "[Store Kind]: Kind",
            "[Customer]: Country, State, City",
            "[Marital Status]: Marital Status");
    List<RandomCube> cubes = new ArrayList<>();
    for (String role :
        List.of(
            "California",
            "California, full totals",
            "California, no totals",
            "Not Washington",
            "Later grants win",
            "First half",
            "West Coast")) {
      cubes.add(read(catalog, "Sales", role, measures, wholes.toArray(String[]::new)));
    }
    cubes.add(
        read(
            catalog,
            "Sales",
            "Regional manager",
            measures,
            "[Time]: Quarter, Month",
            "[Store]: Country, State",
            "[Customer]: State, City",
            "[Product]: Family, Department"));
    cubes.add(
        read(
            catalog,
            "Sales",
            "Two measures",
            List.of("Units", "Profit"),
            "[Time]: Quarter",
            "[Store]: Country, State",
            "[Product]: Family",
            "[Gender]: Gender"));
    cubes.add(
        read(
            catalog,
            "HR",
            "Sheri and her staff",
            List.of("Salary", "Heads", "Payments"),
            "[Time]: Quarter, Month",
            "[Employee]: Employee",
            "[Department]: Department"));
    cubes.add(
        read(
            catalog,
            "Sales and Stock",
            "Stock in California",
            List.of("Units", "Revenue", "Ordered", "Shipped"),
            "[Time]: Quarter, Month",
            "[Store]: Country, State, City",
            "[Product]: Family, Department"));
    return cubes;
  }
}
