package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.PropertyInfo;
import org.quadrille.cubes.result.ResultMember;

/**
 * The months of a cube in order, so that an analysis can count in months; and cells over slices of
 * any period, for counting facts.
 *
 * @param years the level of years
 * @param months the level of months
 * @param members the months, oldest first
 * @param day a level with a property that is the date, null where there is none
 */
public record TimeLine(
    HierarchyInfo time,
    LevelInfo years,
    LevelInfo months,
    List<ResultMember> members,
    @Nullable Day day) {
  /**
   * Where the date of a fact is found.
   *
   * @param level unique name
   * @param property of type date
   */
  public record Day(String level, String property) {
    public Day {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(property, "property");
    }
  }

  public TimeLine {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(years, "years");
    Objects.requireNonNull(months, "months");
    members = List.copyOf(members);
  }

  /**
   * Reads the months of a cube; empty for one whose calendar has no months.
   *
   * @throws MissingRoleException if the cube has no time dimension with years
   */
  public static Optional<TimeLine> read(CubeReader reader) {
    HierarchyInfo time = reader.roles().needHierarchy(DimensionRole.TIME);
    LevelInfo years = CubeRoles.level(time, "TIME_YEARS").orElseThrow();
    return CubeRoles.level(time, "TIME_MONTHS")
        .map(
            months ->
                new TimeLine(
                    time, years, months, reader.levelMembers(months.uniqueName()), day(time)));
  }

  private static @Nullable Day day(HierarchyInfo time) {
    for (LevelInfo level : time.levels()) {
      for (PropertyInfo property : level.properties()) {
        if (property.type().equalsIgnoreCase("DATE")) {
          return new Day(level.uniqueName(), property.name());
        }
      }
    }
    return null;
  }

  /** The place of a month, from 0; -1 where there is none of that name. */
  public int place(String month) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).uniqueName().equals(month)) {
        return i;
      }
    }
    return -1;
  }

  /** The places of a period's first month and of its last one that has data. */
  public Span span(Period period) {
    List<ResultMember> filled = period.filledMonths();
    String first = period.months().get(0).member().uniqueName();
    String last =
        filled.isEmpty()
            ? period.months().get(period.months().size() - 1).member().uniqueName()
            : filled.get(filled.size() - 1).uniqueName();
    return new Span(place(first), place(last));
  }

  /** Months from one to another, both included, by their places. */
  public record Span(int first, int last) {
    public Span {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException("no months from " + first + " to " + last);
      }
    }

    /** How many months. */
    public int length() {
      return last - first + 1;
    }
  }

  /**
   * A query of one cell over all times and a slice.
   *
   * @param measure unique name
   * @param slice a member of time in it is left out
   */
  public String cell(String cube, String measure, Slice slice) {
    List<String> names = new ArrayList<>();
    slice.without(time.uniqueName()).members().forEach(m -> names.add(m.uniqueName()));
    String all = time.allMember();
    String where;
    if (all != null) {
      names.add(all);
      where = "(" + String.join(", ", names) + ")";
    } else {
      String every = "{" + years.uniqueName() + ".Members}";
      where = names.isEmpty() ? every : every + " * {(" + String.join(", ", names) + ")}";
    }
    return "SELECT {"
        + measure
        + "} ON COLUMNS\nFROM ["
        + cube.replace("]", "]]")
        + "]\nWHERE "
        + where;
  }

  /** The captions of months such as 2025 March, by place. */
  public List<String> names() {
    return members.stream().map(ResultMember::uniqueName).collect(Collectors.toList());
  }
}
