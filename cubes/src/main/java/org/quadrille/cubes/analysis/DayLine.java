package org.quadrille.cubes.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.result.ResultMember;

/**
 * The days of a cube's calendar by date; its months by their first day where it has no days.
 *
 * @param level the level of the steps
 * @param days whether the steps are days
 * @param steps oldest first, up to the last month with data
 * @param end the day after the last step
 */
public record DayLine(LevelInfo level, boolean days, List<Step> steps, LocalDate end) {
  private static final int MONTHS_OF_A_YEAR = 12;

  /**
   * A day, or a month with its first day.
   *
   * @param place its place in the level, from 0
   */
  public record Step(LocalDate from, ResultMember member, int place) {
    public Step {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(member, "member");
    }
  }

  public DayLine {
    Objects.requireNonNull(level, "level");
    steps = List.copyOf(steps);
    Objects.requireNonNull(end, "end");
  }

  /** Reads the calendar; empty where its years or months have no numbers. */
  public static Optional<DayLine> read(CubeReader reader, Calendar calendar) {
    HierarchyInfo time = reader.roles().needHierarchy(DimensionRole.TIME);
    LevelInfo monthLevel = CubeRoles.level(time, "TIME_MONTHS").orElse(null);
    if (monthLevel == null) {
      return Optional.empty();
    }
    Map<String, Integer> places = places(reader.levelMembers(monthLevel.uniqueName()));
    List<Step> months = new ArrayList<>();
    int last = -1;
    for (Period year : calendar.years()) {
      Optional<Integer> number = number(year.member().name());
      if (number.isEmpty() || year.months().size() != MONTHS_OF_A_YEAR) {
        return Optional.empty();
      }
      int month = 0;
      for (Period.Month one : year.months()) {
        month++;
        int place = places.getOrDefault(one.member().uniqueName(), -1);
        months.add(new Step(LocalDate.of(number.get(), month, 1), one.member(), place));
        last = one.filled() ? months.size() - 1 : last;
      }
    }
    if (last < 0) {
      return Optional.empty();
    }
    List<Step> filled = months.subList(0, last + 1);
    LocalDate end = filled.get(last).from().plusMonths(1);
    LevelInfo dayLevel = CubeRoles.level(time, "TIME_DAYS").orElse(null);
    if (dayLevel != null) {
      List<Step> days = days(reader.levelMembers(dayLevel.uniqueName()), filled);
      if (!days.isEmpty()) {
        return Optional.of(new DayLine(dayLevel, true, days, end));
      }
    }
    return Optional.of(new DayLine(monthLevel, false, filled, end));
  }

  private static Map<String, Integer> places(List<ResultMember> members) {
    Map<String, Integer> places = new HashMap<>();
    for (ResultMember member : members) {
      places.put(member.uniqueName(), places.size());
    }
    return places;
  }

  private static List<Step> days(List<ResultMember> members, List<Step> months) {
    Map<String, LocalDate> starts = new HashMap<>();
    months.forEach(month -> starts.put(month.member().uniqueName(), month.from()));
    List<Step> days = new ArrayList<>();
    int place = 0;
    for (ResultMember member : members) {
      LocalDate month = starts.get(String.valueOf(member.parent()));
      Optional<Integer> day = number(member.name());
      if (month != null && day.isPresent() && YearMonth.from(month).isValidDay(day.get())) {
        days.add(new Step(month.withDayOfMonth(day.get()), member, place));
      }
      place++;
    }
    return days;
  }

  private static Optional<Integer> number(String name) {
    return name.matches("[0-9]{1,4}") ? Optional.of(Integer.parseInt(name)) : Optional.empty();
  }

  /** The first day. */
  public LocalDate start() {
    return steps.get(0).from();
  }

  /** Places of the steps from a day until before another. */
  List<Integer> between(LocalDate from, LocalDate until) {
    return steps.stream()
        .filter(step -> !step.from().isBefore(from) && step.from().isBefore(until))
        .map(Step::place)
        .toList();
  }
}
