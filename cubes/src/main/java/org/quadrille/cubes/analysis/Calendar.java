package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.ResultMember;

/**
 * The years, quarters and months of a cube and which of them have data. A year that has not ended
 * is compared with the same months of the year before, never with the whole of it.
 */
public final class Calendar {
  private final List<Period> periods;

  Calendar(List<Period> periods) {
    this.periods = List.copyOf(periods);
  }

  /**
   * Reads the calendar of a cube.
   *
   * @param measure unique name of the measure that tells whether a month has data
   * @throws MissingRoleException if the cube has no time dimension with years
   */
  public static Calendar read(CubeReader reader, String measure) {
    HierarchyInfo time = reader.roles().needHierarchy(DimensionRole.TIME);
    LevelInfo years = CubeRoles.level(time, "TIME_YEARS").orElseThrow();
    LevelInfo quarters = CubeRoles.level(time, "TIME_QUARTERS").orElse(null);
    LevelInfo months = CubeRoles.level(time, "TIME_MONTHS").orElse(null);
    LevelInfo finest = months != null ? months : years;
    Set<String> filled = new HashSet<>();
    MdxSelect select =
        MdxSelect.of(reader.cube().name(), MdxSelect.set(List.of(measure)))
            .rows("NON EMPTY " + finest.uniqueName() + ".Members");
    for (Row row : reader.rows(select)) {
      filled.add(row.member().uniqueName());
    }
    return new Calendar(
        build(
            reader.levelMembers(years.uniqueName()),
            quarters == null ? List.of() : reader.levelMembers(quarters.uniqueName()),
            months == null ? List.of() : reader.levelMembers(months.uniqueName()),
            filled));
  }

  private static List<Period> build(
      List<ResultMember> years,
      List<ResultMember> quarters,
      List<ResultMember> months,
      Set<String> filled) {
    Map<String, List<ResultMember>> monthsByParent = byParent(months);
    Map<String, List<ResultMember>> quartersByYear = byParent(quarters);
    List<Period> periods = new ArrayList<>();
    for (ResultMember year : years) {
      List<Period> parts = new ArrayList<>();
      List<Period.Month> yearMonths = new ArrayList<>();
      for (ResultMember quarter : quartersByYear.getOrDefault(year.uniqueName(), List.of())) {
        List<Period.Month> own = months(monthsByParent, quarter, filled);
        parts.add(new Period(Period.Grain.QUARTER, List.of(year, quarter), own));
        own.forEach(month -> parts.add(month(List.of(year, quarter, month.member()), month)));
        yearMonths.addAll(own);
      }
      for (Period.Month month : months(monthsByParent, year, filled)) {
        parts.add(month(List.of(year, month.member()), month));
        yearMonths.add(month);
      }
      boolean hasData =
          filled.contains(year.uniqueName()) || yearMonths.stream().anyMatch(Period.Month::filled);
      if (hasData) {
        periods.add(new Period(Period.Grain.YEAR, List.of(year), yearMonths));
        periods.addAll(parts);
      }
    }
    return periods;
  }

  private static Period month(List<ResultMember> path, Period.Month month) {
    return new Period(Period.Grain.MONTH, path, List.of(month));
  }

  private static List<Period.Month> months(
      Map<String, List<ResultMember>> byParent, ResultMember parent, Set<String> filled) {
    return byParent.getOrDefault(parent.uniqueName(), List.of()).stream()
        .map(month -> new Period.Month(month, filled.contains(month.uniqueName())))
        .toList();
  }

  private static Map<String, List<ResultMember>> byParent(List<ResultMember> members) {
    Map<String, List<ResultMember>> map = new LinkedHashMap<>();
    for (ResultMember member : members) {
      map.computeIfAbsent(String.valueOf(member.parent()), key -> new ArrayList<>()).add(member);
    }
    return map;
  }

  /** The years that have data, each followed by its quarters and months, oldest first. */
  public List<Period> periods() {
    return periods;
  }

  /** The years that have data, oldest first. */
  public List<Period> years() {
    return periods.stream().filter(p -> p.grain() == Period.Grain.YEAR).toList();
  }

  /** The last year that has data; empty for a cube without any. */
  public Optional<Period> latestYear() {
    List<Period> years = years();
    return years.isEmpty() ? Optional.empty() : Optional.of(years.get(years.size() - 1));
  }

  /**
   * The period of a unique name, the last year for null.
   *
   * @throws UnknownNameException if there is no such period with data, or no data at all
   */
  public Period find(@Nullable String uniqueName) {
    if (uniqueName == null) {
      return latestYear()
          .orElseThrow(() -> new UnknownNameException("the cube holds no data in any year"));
    }
    return periods.stream()
        .filter(period -> period.member().uniqueName().equals(uniqueName))
        .findFirst()
        .orElseThrow(
            () -> new UnknownNameException("there is no data for the period " + uniqueName));
  }

  /** The period with the same one a year before. */
  public PeriodPair compare(Period now) {
    List<Period> years = years();
    int index = indexOfYear(years, now);
    if (index <= 0) {
      return new PeriodPair(now, null, List.of());
    }
    Period before = counterpart(now, years.get(index - 1));
    if (before == null) {
      return new PeriodPair(now, null, List.of());
    }
    boolean last = index == years.size() - 1;
    boolean partial = last && now.filledMonths().size() < now.months().size();
    return new PeriodPair(now, before, partial ? sameMonths(now, before) : List.of());
  }

  private static int indexOfYear(List<Period> years, Period now) {
    for (int i = 0; i < years.size(); i++) {
      if (years.get(i).year().uniqueName().equals(now.year().uniqueName())) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Period counterpart(Period now, Period yearBefore) {
    return periods.stream()
        .filter(p -> p.year().uniqueName().equals(yearBefore.year().uniqueName()))
        .filter(p -> p.grain() == now.grain())
        .filter(
            p -> p.grain() == Period.Grain.YEAR || p.member().name().equals(now.member().name()))
        .findFirst()
        .orElse(null);
  }

  private static List<ResultMember> sameMonths(Period now, Period before) {
    Set<String> names = new HashSet<>();
    now.filledMonths().forEach(month -> names.add(month.name()));
    return before.months().stream()
        .map(Period.Month::member)
        .filter(month -> names.contains(month.name()))
        .toList();
  }
}
