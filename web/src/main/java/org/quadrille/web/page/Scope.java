package org.quadrille.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quadrille.cubes.analysis.Calendar;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.Period;
import org.quadrille.cubes.analysis.PeriodPair;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.PageView.Crumb;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Option;
import org.quadrille.web.page.PageView.Trail;

/**
 * The part of a cube that an address asks for: {@code period}, a member by the role of its
 * dimension such as {@code region}, and further members as {@code at}. Knows the addresses of other
 * parts.
 */
public final class Scope {
  private static final String PERIOD = "period";
  private static final String AT = "at";

  private final PageContext context;
  private final CubeReader reader;
  private final Calendar calendar;
  private final PeriodPair periods;
  private final Slice slice;

  private Scope(
      PageContext context, CubeReader reader, Calendar calendar, PeriodPair periods, Slice slice) {
    this.context = context;
    this.reader = reader;
    this.calendar = calendar;
    this.periods = periods;
    this.slice = slice;
  }

  /**
   * Reads the address.
   *
   * @param measure unique name of the measure that tells which months have data
   * @throws org.quadrille.cubes.catalog.UnknownNameException if a member does not exist
   * @throws org.quadrille.cubes.analysis.MissingRoleException if the cube has no time
   */
  public static Scope read(PageContext context, CubeReader reader, String measure) {
    Calendar calendar = Calendar.read(reader, measure);
    Period period = calendar.find(context.request().parameter(PERIOD));
    Slice slice = Slice.ALL;
    for (DimensionRole role : DimensionRole.values()) {
      String name = context.request().parameter(role.code());
      if (name != null) {
        slice = slice.with(reader.member(name));
      }
    }
    for (String name : context.request().parameters(AT)) {
      slice = slice.with(reader.member(name));
    }
    return new Scope(context, reader, calendar, calendar.compare(period), slice);
  }

  /** The cube. */
  public CubeReader reader() {
    return reader;
  }

  /** The years, quarters and months with data. */
  public Calendar calendar() {
    return calendar;
  }

  /** The period and that of the year before. */
  public PeriodPair periods() {
    return periods;
  }

  /** The members, without the period. */
  public Slice slice() {
    return slice;
  }

  /** The members with the period. */
  public Slice sliceWithPeriod() {
    return slice.with(periods.now().member());
  }

  /** The period in words. */
  public String periodText() {
    return text(periods.now());
  }

  /** What the period is compared with, in words; empty for nothing. */
  public String comparisonText() {
    Period before = periods.before();
    if (before == null) {
      return context.text().get("compare.none");
    }
    return periods.partial()
        ? context.text().get("compare.partial", text(before), periods.months().size())
        : context.text().get("compare.whole", text(before));
  }

  /** The years with data, each followed by its quarters and months. */
  public List<Period> allPeriods() {
    return calendar.periods();
  }

  /** A month in words, by its unique name; the name itself where it has no data. */
  public String monthText(String uniqueName) {
    return calendar.periods().stream()
        .filter(period -> period.member().uniqueName().equals(uniqueName))
        .findFirst()
        .map(this::text)
        .orElse(uniqueName);
  }

  private String text(Period period) {
    return period.grain() == Period.Grain.YEAR
        ? context.text().get("period.year", period.year().caption())
        : context.text().get("period.part", period.year().caption(), period.member().caption());
  }

  /** This page about a member: in place of one of its hierarchy, in the same period. */
  public Address drill(ResultMember member) {
    return drill(member.hierarchy(), member.uniqueName());
  }

  /** The same for a member by its names. */
  public Address drill(String hierarchy, String member) {
    Optional<String> parameter = parameter(hierarchy);
    if (parameter.isPresent()) {
      return context.here().with(parameter.get(), member).without("page");
    }
    List<String> others = new ArrayList<>(othersBut(hierarchy));
    others.add(member);
    return context.here().withAll(AT, others).without("page");
  }

  /** Another page about the same part. */
  public Address elsewhere(String path) {
    Address address = context.page(path);
    for (String name : List.of("cube", PERIOD, AT)) {
      address = address.withAll(name, context.request().parameters(name));
    }
    for (DimensionRole role : DimensionRole.values()) {
      address = address.withAll(role.code(), context.request().parameters(role.code()));
    }
    return address;
  }

  /** This page in another period. */
  public Address period(ResultMember member) {
    return context.here().with(PERIOD, member.uniqueName()).without("page");
  }

  /** Members without a parameter of their own, those of a hierarchy left out. */
  private List<String> othersBut(String hierarchy) {
    return slice.without(hierarchy).members().stream()
        .filter(member -> parameter(member.hierarchy()).isEmpty())
        .map(ResultMember::uniqueName)
        .toList();
  }

  private Address remove(String hierarchy) {
    Optional<String> parameter = parameter(hierarchy);
    if (parameter.isPresent()) {
      return context.here().without(parameter.get(), "page");
    }
    return context.here().without("page").withAll(AT, othersBut(hierarchy));
  }

  /** The parameter of a hierarchy that has a role. */
  private Optional<String> parameter(String hierarchy) {
    for (DimensionRole role : DimensionRole.values()) {
      boolean has =
          reader.roles().dimension(role).stream()
              .flatMap(dimension -> dimension.hierarchies().stream())
              .findFirst()
              .filter(first -> first.uniqueName().equals(hierarchy))
              .isPresent();
      if (has && role != DimensionRole.TIME) {
        return Optional.of(role.code());
      }
    }
    return Optional.empty();
  }

  /** The ways back up, one for each hierarchy that was drilled into. */
  public List<Trail> trails() {
    List<Trail> trails = new ArrayList<>();
    for (ResultMember member : slice.members()) {
      List<Crumb> crumbs = new ArrayList<>();
      crumbs.add(new Crumb(context.text().get("scope.all"), remove(member.hierarchy()).toString()));
      List<ResultMember> path = reader.path(member);
      for (ResultMember step : path) {
        boolean last = step.uniqueName().equals(member.uniqueName());
        crumbs.add(new Crumb(step.caption(), last ? null : drill(step).toString()));
      }
      trails.add(new Trail(dimensionOf(member).caption(), crumbs));
    }
    return trails;
  }

  /** The dimension of a member. */
  public DimensionInfo dimensionOf(ResultMember member) {
    return reader.cube().dimensions().stream()
        .filter(
            d -> d.hierarchies().stream().anyMatch(h -> h.uniqueName().equals(member.hierarchy())))
        .findFirst()
        .orElseThrow();
  }

  /** The choice of period: years, their quarters and months; newest year first. */
  public Filter periodFilter() {
    Map<String, List<Option>> byYear = new LinkedHashMap<>();
    for (Period period : calendar.periods()) {
      boolean selected = period.member().equals(periods.now().member());
      byYear
          .computeIfAbsent(period.year().caption(), year -> new ArrayList<>())
          .add(new Option(period.member().uniqueName(), text(period), selected));
    }
    List<Group> groups = new ArrayList<>();
    byYear.forEach((year, options) -> groups.add(0, new Group(year, options)));
    return new Filter(PERIOD, context.text().get("filter.period"), groups);
  }

  /** The choice of region: the upper levels and where one is; empty for a cube without regions. */
  public Optional<Filter> regionFilter() {
    Optional<DimensionInfo> region = reader.roles().dimension(DimensionRole.REGION);
    if (region.isEmpty()) {
      return Optional.empty();
    }
    HierarchyInfo hierarchy = reader.roles().needHierarchy(DimensionRole.REGION);
    List<Group> groups =
        new MemberOptions(reader, hierarchy)
            .groups(context.text().get("scope.all"), slice.of(hierarchy.uniqueName()).orElse(null));
    return Optional.of(new Filter(DimensionRole.REGION.code(), region.get().caption(), groups));
  }
}
