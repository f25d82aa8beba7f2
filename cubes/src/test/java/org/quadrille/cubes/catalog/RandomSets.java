package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.quadrille.cubes.catalog.RandomCube.Hierarchy;
import org.quadrille.cubes.catalog.RandomCube.Level;
import org.quadrille.cubes.result.ResultMember;

/** Makes up sets and numbers of a query. */
final class RandomSets {
  /** How many members an inner set may have, each of which may cost a statement. */
  private static final int INNER = 5;

  private final Random random;
  private final RandomCube cube;
  private final Set<Hierarchy> several;

  /**
   * For one query.
   *
   * @param several hierarchies of which the slicer holds several members, so that none is current
   */
  RandomSets(Random random, RandomCube cube, Set<Hierarchy> several) {
    this.random = random;
    this.cube = cube;
    this.several = several;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  String measure() {
    return cube.measures().get(random.nextInt(cube.measures().size()));
  }

  String member(Hierarchy hierarchy) {
    return RandomQuery.pick(random, hierarchy).uniqueName();
  }

  /** Members that are not found by values. */
  String plain(Hierarchy hierarchy, int size) {
    ResultMember member = RandomQuery.pick(random, hierarchy);
    boolean isLeaf = member.childCount() == 0;
    return switch (random.nextInt(6)) {
      case 0 -> isLeaf ? list(hierarchy, size) : children(member, size);
      case 1 -> subset(hierarchy, size);
      case 2 -> hierarchy.time() ? range(hierarchy.deepest(), size) : list(hierarchy, size);
      case 3 -> isLeaf ? subset(hierarchy, size) : leaves(hierarchy, member, size);
      default -> list(hierarchy, size);
    };
  }

  private static String children(ResultMember member, int size) {
    String children = member.uniqueName() + ".Children";
    return member.childCount() <= size ? children : "Head(" + children + ", " + size + ")";
  }

  private static String leaves(Hierarchy hierarchy, ResultMember member, int size) {
    String leaves = "Descendants(" + member.uniqueName() + ", " + hierarchy.deepest().name() + ")";
    return "Head(" + leaves + ", " + size + ")";
  }

  private String subset(Hierarchy hierarchy, int size) {
    Level level = hierarchy.levels().get(random.nextInt(hierarchy.levels().size()));
    String members = level.name() + ".Members";
    int more = level.members().size() - size;
    return more <= 0
        ? "Head(" + members + ", " + size + ")"
        : "Subset(" + members + ", " + random.nextInt(Math.min(20, more + 1)) + ", " + size + ")";
  }

  private String range(Level level, int size) {
    int from = random.nextInt(level.members().size());
    int to = Math.min(level.members().size() - 1, from + random.nextInt(size));
    return "{"
        + level.members().get(from).uniqueName()
        + " : "
        + level.members().get(to).uniqueName()
        + "}";
  }

  private String list(Hierarchy hierarchy, int size) {
    Set<String> members = new LinkedHashSet<>();
    int count = 1 + random.nextInt(size);
    for (int i = 0; i < count; i++) {
      members.add(member(hierarchy));
    }
    return "{" + String.join(", ", members) + "}";
  }

  /** A set of one hierarchy. */
  String set(Hierarchy hierarchy, int size, int depth) {
    if (depth == 0 || chance(0.35)) {
      return plain(hierarchy, size);
    }
    String inner = set(hierarchy, INNER, depth - 1);
    String by = number(1);
    return switch (random.nextInt(12)) {
      case 0, 1 -> "Head(Filter(" + inner + ", " + condition() + "), " + size + ")";
      case 2 -> "Head(Order(" + inner + ", " + by + ", " + direction() + "), " + size + ")";
      case 3, 4 -> "TopCount(" + inner + ", " + (1 + random.nextInt(size)) + ", " + by + ")";
      case 5 -> "BottomCount(" + inner + ", " + (1 + random.nextInt(size)) + ", " + by + ")";
      case 6 ->
          "Head(TopPercent("
              + inner
              + ", "
              + (10 + random.nextInt(60))
              + ", "
              + by
              + "), "
              + size
              + ")";
      case 7 -> "Head(Union(" + inner + ", " + plain(hierarchy, 3) + "), " + size + ")";
      case 8 -> "Head(Except(" + inner + ", " + plain(hierarchy, 3) + "), " + size + ")";
      case 9 -> "Hierarchize(" + plain(hierarchy, size) + (chance(0.5) ? ", POST)" : ")");
      case 10 ->
          "Generate("
              + plain(hierarchy, Math.max(1, size / 2))
              + ", TopCount({"
              + hierarchy.name()
              + ".CurrentMember, "
              + hierarchy.name()
              + ".CurrentMember.Children}, 2, "
              + by
              + "))";
      default -> "{" + plain(hierarchy, size - 1) + ", " + member(hierarchy) + "}";
    };
  }

  /** A set of tuples, chosen by a value. */
  String overTuples(String product) {
    return switch (random.nextInt(4)) {
      case 0 -> "TopCount(" + product + ", 4, " + number(1) + ")";
      case 1 -> "Filter(" + product + ", " + condition() + ")";
      case 2 -> "Order(" + product + ", " + number(1) + ", " + direction() + ")";
      default -> "Head(" + product + ", 6)";
    };
  }

  private String direction() {
    return List.of("ASC", "DESC", "BASC", "BDESC").get(random.nextInt(4));
  }

  private String condition() {
    return switch (random.nextInt(5)) {
      case 0 -> "not IsEmpty(" + measure() + ")";
      case 1 -> number(1) + " > " + number(1);
      case 2 -> measure() + " > 50 and " + measure() + " > 2";
      case 3 -> measure() + " < 500 or " + measure() + " > 1000";
      default -> measure() + " > " + List.of("0", "0", "1", "10", "100").get(random.nextInt(5));
    };
  }

  /** A number; may be empty or, divided by nothing, infinite. */
  String number(int depth) {
    Hierarchy hierarchy = cube.hierarchies().get(random.nextInt(cube.hierarchies().size()));
    if (depth == 0 || chance(0.3)) {
      return measure();
    }
    List<String> forms = new ArrayList<>();
    forms.add(measure() + " / " + measure());
    forms.add("(" + number(depth - 1) + " - " + measure() + ")");
    forms.add("(" + measure() + ", " + member(hierarchy) + ")");
    forms.add("Sum(" + plain(hierarchy, 3) + ", " + measure() + ")");
    forms.add("Avg(" + plain(hierarchy, 3) + ", " + measure() + ")");
    forms.add("Max(" + plain(hierarchy, 3) + ", " + measure() + ")");
    forms.add("Count(Filter(" + plain(hierarchy, 3) + ", " + measure() + " > 10))");
    forms.add("Aggregate(" + plain(hierarchy, 3) + ", " + stored() + ")");
    forms.add("IIf(" + condition() + ", " + number(depth - 1) + ", " + measure() + ")");
    forms.add("CoalesceEmpty(" + measure() + ", 0)");
    if (!several.contains(hierarchy)) {
      forms.add(
          measure() + " / (" + measure() + ", " + hierarchy.name() + ".CurrentMember.Parent)");
    }
    addTime(forms);
    return forms.get(random.nextInt(forms.size()));
  }

  /** The first measures of a cube are stored; calculated ones cannot be aggregated. */
  private String stored() {
    return cube.measures().get(random.nextInt(Math.min(3, cube.measures().size())));
  }

  private void addTime(List<String> forms) {
    Hierarchy time = cube.time();
    if (time == null || several.contains(time)) {
      return;
    }
    forms.add("(" + measure() + ", [Time].CurrentMember.PrevMember)");
    forms.add("(" + measure() + " - (" + measure() + ", [Time].CurrentMember.Lag(1)))");
    forms.add("Sum(YTD([Time].CurrentMember), " + measure() + ")");
    forms.add("Aggregate(YTD([Time].CurrentMember), " + stored() + ")");
    forms.add("(" + measure() + ", ParallelPeriod([Time].[Quarter], 1, [Time].CurrentMember))");
    forms.add("Avg(LastPeriods(2, [Time].CurrentMember), " + measure() + ")");
  }
}
