package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.MissingRoleException;
import org.quadrille.cubes.analysis.TimeLine;
import org.quadrille.cubes.analysis.TimeLine.Span;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.ranking.Criterion;
import org.quadrille.cubes.ranking.DistinctCaptions;
import org.quadrille.cubes.ranking.FactsOfMembers;
import org.quadrille.cubes.ranking.MemberFacts;
import org.quadrille.cubes.ranking.RankChain;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.FactsAddress;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Option;
import org.quadrille.web.page.Scope;

/** What the address of the Pareto page asks for: level, measure, period and how to rank. */
final class ParetoChoice {
  static final String LEVEL = "level";
  static final String MEASURE = "measure";

  private final PageContext context;
  private final CubeReader reader;
  private final MeasureInfo measure;
  private final Scope scope;
  private final HierarchyInfo hierarchy;
  private final LevelInfo level;
  private final TimeLine time;
  private final FactsOfMembers counted;
  private final RankSettings settings;

  ParetoChoice(PageContext context) {
    this.context = Objects.requireNonNull(context, "context");
    this.reader = context.reader();
    this.measure = chosenMeasure();
    this.scope = Scope.read(context, reader, measure.uniqueName());
    this.level = chosenLevel();
    this.hierarchy = hierarchyOf(level);
    this.time =
        TimeLine.read(reader)
            .orElseThrow(
                () ->
                    new UnknownNameException(
                        "cube " + reader.cube().name() + " has a calendar without months"));
    this.counted = new FactsOfMembers(reader, time, level.uniqueName(), measure.uniqueName());
    this.settings = new RankSettings(context.request(), counted.criteria());
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

  HierarchyInfo hierarchy() {
    return hierarchy;
  }

  TimeLine time() {
    return time;
  }

  FactsOfMembers counted() {
    return counted;
  }

  RankSettings settings() {
    return settings;
  }

  /** The months of the period. */
  Span span() {
    return time.span(scope.periods().now());
  }

  /** Counts and ranks. */
  RankChain rank() {
    List<MemberFacts> members = counted.read(scope.slice(), span());
    List<ResultMember> names = members.stream().map(MemberFacts::member).toList();
    return RankChain.of(
        members,
        new RankChain.Rules(
            settings.chain(),
            settings.active(),
            settings.oneOff(),
            DistinctCaptions.of(reader, hierarchy, level, names),
            reader.roles().unknownOf(level.uniqueName()),
            span().last()));
  }

  /** Where the facts of a member in the period are shown one by one. */
  String rows(String member, ResultMember... further) {
    List<String> cell = new ArrayList<>();
    cell.add(member);
    cell.add(scope.periods().now().member().uniqueName());
    for (ResultMember other : further) {
      cell.add(other.uniqueName());
    }
    List<String> given = List.of(further).stream().map(ResultMember::hierarchy).toList();
    scope.slice().without(hierarchy.uniqueName()).members().stream()
        .filter(m -> !given.contains(m.hierarchy()))
        .forEach(m -> cell.add(m.uniqueName()));
    return FactsAddress.of(context, reader, stored(), cell);
  }

  /** The measure, or the first stored one where it is calculated. */
  private String stored() {
    return measure.calculated()
        ? reader.cube().measures().stream()
            .filter(m -> m.visible() && !m.calculated())
            .findFirst()
            .orElse(measure)
            .uniqueName()
        : measure.uniqueName();
  }

  /** A month in words. */
  String monthText(int place) {
    return scope.monthText(time.members().get(place).uniqueName());
  }

  /** The address with one more ranking. */
  Address withStep(Criterion criterion, int percent) {
    List<String> steps = new ArrayList<>(context.request().parameters(RankSettings.STEP));
    steps.add(criterion.code() + "-" + percent);
    return context.here().withAll(RankSettings.STEP, steps).without("page");
  }

  /** The address with only the first so many further rankings. */
  Address withSteps(int count) {
    List<String> steps = context.request().parameters(RankSettings.STEP);
    return context.here().withAll(RankSettings.STEP, steps.subList(0, count)).without("page");
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
    filters.add(new RankFilters(context, settings, measure.caption()).threshold());
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
            .filter(FactsOfMembers::additive)
            .map(m -> option(m.uniqueName(), m.caption(), measure.uniqueName()))
            .toList();
    return new Filter(
        MEASURE, context.text().get("filter.measure"), List.of(new Group(null, options)));
  }

  List<Filter> further() {
    return new RankFilters(context, settings, measure.caption()).further();
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
          .or(() -> reader.cube().measures().stream().filter(FactsOfMembers::additive).findFirst())
          .orElseThrow(() -> missing(roles));
    }
    return reader.cube().measures().stream()
        .filter(m -> m.uniqueName().equals(name) && FactsOfMembers.additive(m))
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
}
