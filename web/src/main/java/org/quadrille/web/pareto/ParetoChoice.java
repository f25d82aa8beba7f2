package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quadrille.cubes.analysis.AbcLines;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.MissingRoleException;
import org.quadrille.cubes.analysis.ParetoAnalysis;
import org.quadrille.cubes.analysis.ParetoRequest;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Option;
import org.quadrille.web.page.Scope;

/** What the address of the Pareto page asks for: level, measure, threshold and the rest. */
final class ParetoChoice {
  static final String LEVEL = "level";
  static final String MEASURE = "measure";
  static final String THRESHOLD = "threshold";

  private static final List<Integer> THRESHOLDS = List.of(50, 60, 70, 75, 80, 85, 90, 95);

  private final PageContext context;
  private final CubeReader reader;
  private final MeasureInfo measure;
  private final Scope scope;
  private final HierarchyInfo hierarchy;
  private final LevelInfo level;
  private final int threshold;

  ParetoChoice(PageContext context) {
    this.context = Objects.requireNonNull(context, "context");
    this.reader = context.reader();
    this.measure = chosenMeasure();
    this.scope = Scope.read(context, reader, measure.uniqueName());
    this.level = chosenLevel();
    this.hierarchy = hierarchyOf(level);
    this.threshold = chosenThreshold();
  }

  Scope scope() {
    return scope;
  }

  LevelInfo level() {
    return level;
  }

  MeasureInfo measure() {
    return measure;
  }

  /** The threshold as a share. */
  double threshold() {
    return threshold / 100.0;
  }

  ParetoRequest request() {
    AbcLines lines = AbcLines.upTo(threshold());
    return new ParetoRequest(
        level.uniqueName(), measure.uniqueName(), scope.sliceWithPeriod(), lines);
  }

  /** What the ranked members are called, such as customers. */
  Optional<String> noun() {
    boolean lowest =
        hierarchy
            .levels()
            .get(hierarchy.levels().size() - 1)
            .uniqueName()
            .equals(level.uniqueName());
    if (!lowest) {
      return Optional.empty();
    }
    return Stream.of(DimensionRole.values())
        .filter(
            role ->
                reader.roles().dimension(role).stream()
                    .anyMatch(dimension -> dimension.hierarchies().contains(hierarchy)))
        .findFirst()
        .flatMap(role -> context.text().find("noun." + role.code()));
  }

  /**
   * What a click on a member opens: its children, or, for the lowest level, another dimension
   * within it.
   */
  Address drill(String member) {
    Address here = scope.drill(hierarchy.uniqueName(), member);
    int below = indexOf(level) + 1;
    if (below < hierarchy.levels().size()) {
      return here.with(LEVEL, hierarchy.levels().get(below).uniqueName());
    }
    return otherDimension()
        .map(other -> here.with(LEVEL, firstLevel(other).uniqueName()))
        .orElse(here);
  }

  private int indexOf(LevelInfo one) {
    return hierarchy.levels().indexOf(one);
  }

  private Optional<HierarchyInfo> otherDimension() {
    return Stream.of(DimensionRole.PRODUCT, DimensionRole.CUSTOMER, DimensionRole.REGION)
        .filter(role -> reader.roles().dimension(role).isPresent())
        .map(role -> reader.roles().needHierarchy(role))
        .filter(other -> !other.uniqueName().equals(hierarchy.uniqueName()))
        .filter(other -> scope.slice().of(other.uniqueName()).isEmpty())
        .findFirst();
  }

  private static LevelInfo firstLevel(HierarchyInfo hierarchy) {
    return hierarchy.levels().stream().filter(ParetoChoice::rankable).findFirst().orElseThrow();
  }

  private static boolean rankable(LevelInfo level) {
    return !level.type().equalsIgnoreCase("ALL");
  }

  List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    filters.add(levelFilter());
    filters.add(measureFilter());
    filters.add(scope.periodFilter());
    scope.regionFilter().ifPresent(filters::add);
    filters.add(thresholdFilter());
    return filters;
  }

  private Filter levelFilter() {
    List<Group> groups = new ArrayList<>();
    for (DimensionInfo dimension : reader.cube().dimensions()) {
      for (HierarchyInfo one : dimension.hierarchies()) {
        if (dimension.visible() && one.visible()) {
          List<Option> options =
              one.levels().stream()
                  .filter(l -> rankable(l) && l.visible())
                  .map(l -> option(l.uniqueName(), l.caption(), level.uniqueName()))
                  .toList();
          groups.add(new Group(groupName(dimension, one), options));
        }
      }
    }
    return new Filter(LEVEL, context.text().get("filter.level"), groups);
  }

  private static String groupName(DimensionInfo dimension, HierarchyInfo hierarchy) {
    boolean first = dimension.hierarchies().indexOf(hierarchy) == 0;
    return first ? dimension.caption() : dimension.caption() + " · " + hierarchy.caption();
  }

  private Filter measureFilter() {
    List<Option> options =
        reader.cube().measures().stream()
            .filter(ParetoAnalysis::additive)
            .map(m -> option(m.uniqueName(), m.caption(), measure.uniqueName()))
            .toList();
    return new Filter(
        MEASURE, context.text().get("filter.measure"), List.of(new Group(null, options)));
  }

  private Filter thresholdFilter() {
    List<Integer> all = new ArrayList<>(THRESHOLDS);
    if (!all.contains(threshold)) {
      all.add(threshold);
      all.sort(null);
    }
    List<Option> options =
        all.stream()
            .map(
                percent ->
                    option(
                        percent.toString(),
                        context.numbers().roundPercent(percent / 100.0),
                        String.valueOf(threshold)))
            .toList();
    return new Filter(
        THRESHOLD, context.text().get("filter.threshold"), List.of(new Group(null, options)));
  }

  private static Option option(String value, String label, String chosen) {
    return new Option(value, label, value.equals(chosen));
  }

  private MeasureInfo chosenMeasure() {
    String name = context.request().parameter(MEASURE);
    if (name == null) {
      CubeRoles roles = reader.roles();
      return roles
          .measure(MeasureRole.SALES)
          .or(() -> reader.cube().measures().stream().filter(ParetoAnalysis::additive).findFirst())
          .orElseThrow(() -> missing(roles));
    }
    return reader.cube().measures().stream()
        .filter(m -> m.uniqueName().equals(name) && ParetoAnalysis.additive(m))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "cube " + reader.cube().name() + " has no measure that adds up: " + name));
  }

  private static MissingRoleException missing(CubeRoles roles) {
    return MissingRoleException.measure(roles.cube().name(), MeasureRole.SALES);
  }

  /** The chosen level; else the lowest level of customers, products or whatever there is. */
  private LevelInfo chosenLevel() {
    String name = context.request().parameter(LEVEL);
    if (name == null) {
      HierarchyInfo usual =
          Stream.of(DimensionRole.CUSTOMER, DimensionRole.PRODUCT, DimensionRole.REGION)
              .filter(role -> reader.roles().dimension(role).isPresent())
              .map(role -> reader.roles().needHierarchy(role))
              .findFirst()
              .orElseGet(this::firstOfAll);
      return usual.levels().get(usual.levels().size() - 1);
    }
    return allLevels()
        .filter(l -> l.uniqueName().equals(name) && rankable(l))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException("cube " + reader.cube().name() + " has no level " + name));
  }

  private HierarchyInfo firstOfAll() {
    return reader.cube().dimensions().stream()
        .filter(dimension -> dimension.visible() && !dimension.time())
        .flatMap(dimension -> dimension.hierarchies().stream())
        .filter(HierarchyInfo::visible)
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "cube " + reader.cube().name() + " has no dimension but time"));
  }

  private Stream<LevelInfo> allLevels() {
    return reader.cube().dimensions().stream()
        .flatMap(dimension -> dimension.hierarchies().stream())
        .flatMap(one -> one.levels().stream());
  }

  private HierarchyInfo hierarchyOf(LevelInfo one) {
    return reader.cube().dimensions().stream()
        .flatMap(dimension -> dimension.hierarchies().stream())
        .filter(h -> h.levels().stream().anyMatch(l -> l.uniqueName().equals(one.uniqueName())))
        .findFirst()
        .orElseThrow();
  }

  private int chosenThreshold() {
    String text = context.request().parameter(THRESHOLD);
    if (text == null) {
      return 80;
    }
    try {
      int percent = Integer.parseInt(text.strip());
      if (percent > 0 && percent < 100) {
        return percent;
      }
    } catch (NumberFormatException e) {
      throw new UnknownNameException("the threshold is a whole number from 1 to 99, not " + text);
    }
    throw new UnknownNameException("the threshold is a whole number from 1 to 99, not " + text);
  }
}
