package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.RandomCube.Hierarchy;
import org.quadrille.cubes.catalog.RandomCube.Level;
import org.quadrille.cubes.result.ResultMember;

/**
 * Makes up one query over a cube. Grids are small, so that every cell can also be found by a
 * statement of its own.
 */
final class RandomQuery {
  private final Random random;
  private final RandomCube cube;
  private final List<Hierarchy> free;
  private final List<String> formulas = new ArrayList<>();
  private final Set<Hierarchy> several = new HashSet<>();
  private final RandomSets sets;

  private RandomQuery(Random random, RandomCube cube) {
    this.random = random;
    this.cube = cube;
    this.free = new ArrayList<>(cube.hierarchies());
    Collections.shuffle(free, random);
    this.sets = new RandomSets(random, cube, several);
  }

  /**
   * A query and who asks it.
   *
   * @param role null for all rights
   */
  record Asked(String mdx, @Nullable String role) {}

  /** The query of a seed. */
  static Asked of(long seed, List<RandomCube> cubes) {
    Random random = new Random(seed);
    for (int i = 0; i < 4; i++) {
      random.nextInt();
    }
    RandomCube cube = cubes.get(random.nextInt(cubes.size()));
    return new Asked(new RandomQuery(random, cube).write(), cube.role());
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private Hierarchy take() {
    return free.remove(free.size() - 1);
  }

  private String write() {
    boolean measureInSlicer = chance(0.15);
    String slicer = slicer(measureInSlicer);
    String columns = measureInSlicer ? dimensionAxis(3, 1) : measures();
    String rows = dimensionAxis(5, 0);
    String pages = !free.isEmpty() && chance(0.04) ? dimensionAxis(2, 0) : null;
    StringBuilder mdx = new StringBuilder();
    if (!formulas.isEmpty()) {
      mdx.append("with ").append(String.join("\n", formulas)).append('\n');
    }
    mdx.append("select ").append(nonEmpty(0.2)).append(columns).append(" on columns,\n  ");
    mdx.append(nonEmpty(0.4)).append(rows).append(" on rows");
    if (pages != null) {
      mdx.append(",\n  ").append(pages).append(" on pages");
    }
    mdx.append("\nfrom ").append(source());
    return slicer == null ? mdx.toString() : mdx + "\nwhere " + slicer;
  }

  /** The cube, or a subselect of it: it may be of the same hierarchies as the axes or others. */
  private String source() {
    String name = "[" + cube.name() + "]";
    if (!chance(0.2)) {
      return name;
    }
    List<Hierarchy> pool = new ArrayList<>(cube.hierarchies());
    Collections.shuffle(pool, random);
    List<String> axes = new ArrayList<>();
    for (Hierarchy hierarchy : pool.subList(0, 1 + random.nextInt(2))) {
      axes.add(sets.plain(hierarchy, 4) + " on " + axes.size());
    }
    String inner = "(select " + String.join(", ", axes) + " from " + name + ")";
    return chance(0.2)
        ? "(select " + sets.plain(pool.get(0), 3) + " on 0 from " + inner + ")"
        : inner;
  }

  private String nonEmpty(double probability) {
    return chance(probability) ? "non empty " : "";
  }

  private String measures() {
    List<String> chosen = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      chosen.add(chance(0.4) ? calculatedMeasure() : sets.measure());
    }
    return chosen.stream().distinct().collect(Collectors.joining(", ", "{", "}"));
  }

  private String calculatedMeasure() {
    String name = "[Measures].[M" + formulas.size() + "]";
    String order = chance(0.3) ? ", SOLVE_ORDER = " + (random.nextInt(7) - 2) : "";
    formulas.add("member " + name + " as " + sets.number(2) + order);
    return name;
  }

  /** A set of one or two hierarchies; so many others stay free. */
  private String dimensionAxis(int size, int others) {
    if (free.size() >= 2 + others && chance(0.35)) {
      Hierarchy first = take();
      Hierarchy second = take();
      return product(axisSet(first, Math.max(2, size / 3)), axisSet(second, 2));
    }
    return axisSet(take(), size);
  }

  private String product(String first, String second) {
    return switch (random.nextInt(4)) {
      case 0 -> "Crossjoin(" + first + ", " + second + ")";
      case 1 -> sets.overTuples(first + " * " + second);
      default -> first + " * " + second;
    };
  }

  private String axisSet(Hierarchy hierarchy, int size) {
    String set = sets.set(hierarchy, size, 2);
    if (chance(0.2)) {
      set = "{" + set + ", " + calculatedMember(hierarchy) + "}";
    }
    if (chance(0.15)) {
      String name = "[S" + formulas.size() + "]";
      formulas.add("set " + name + " as " + set);
      return name;
    }
    return set;
  }

  private String calculatedMember(Hierarchy hierarchy) {
    String name = hierarchy.name() + ".[C" + formulas.size() + "]";
    String body =
        switch (random.nextInt(4)) {
          case 0 -> sets.member(hierarchy) + " + " + sets.member(hierarchy);
          case 1 -> sets.member(hierarchy) + " - " + sets.member(hierarchy);
          default -> "Aggregate(" + sets.plain(hierarchy, 3) + ")";
        };
    String order = chance(0.4) ? ", SOLVE_ORDER = " + (random.nextInt(7) - 3) : "";
    if (body.startsWith("Aggregate") && order.isEmpty()) {
      order = ", SOLVE_ORDER = -10";
    }
    formulas.add("member " + name + " as " + body + order);
    return name;
  }

  private @Nullable String slicer(boolean measure) {
    List<String> parts = new ArrayList<>();
    if (measure) {
      parts.add("{" + sets.measure() + "}");
    }
    int count = Math.min(random.nextInt(5) / 2, free.size() - (measure ? 2 : 1));
    List<Hierarchy> sliced = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sliced.add(take());
    }
    if (count == 2 && chance(0.3)) {
      parts.add(tuples(sliced.get(0), sliced.get(1)));
    } else {
      for (Hierarchy hierarchy : sliced) {
        parts.add(slicerSet(hierarchy));
      }
    }
    return parts.isEmpty() ? null : String.join(" * ", parts);
  }

  private String slicerSet(Hierarchy hierarchy) {
    if (chance(0.5)) {
      return "{" + sets.member(hierarchy) + "}";
    }
    several.add(hierarchy);
    return sets.plain(hierarchy, 3);
  }

  /** Tuples that are no product. */
  private String tuples(Hierarchy first, Hierarchy second) {
    several.add(first);
    several.add(second);
    List<String> tuples = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      tuples.add("(" + sets.member(first) + ", " + sets.member(second) + ")");
    }
    return tuples.stream().distinct().collect(Collectors.joining(", ", "{", "}"));
  }

  /** A member of a level, upper levels more often. */
  static ResultMember pick(Random random, Hierarchy hierarchy) {
    int depth = Math.min(random.nextInt(hierarchy.levels().size()), random.nextInt(3));
    Level level = hierarchy.levels().get(depth);
    return level.members().get(random.nextInt(level.members().size()));
  }
}
