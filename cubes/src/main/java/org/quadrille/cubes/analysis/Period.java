package org.quadrille.cubes.analysis;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.result.ResultMember;

/**
 * A year, quarter or month of a cube's calendar.
 *
 * @param path the period's ancestors from the year down, itself last
 * @param months its months in order; itself for a month, empty for a calendar without months
 */
public record Period(Grain grain, List<ResultMember> path, List<Month> months) {
  /** How long a period is. */
  public enum Grain {
    YEAR,
    QUARTER,
    MONTH
  }

  /**
   * A month.
   *
   * @param filled whether anything was sold in it
   */
  public record Month(ResultMember member, boolean filled) {
    public Month {
      Objects.requireNonNull(member, "member");
    }
  }

  public Period {
    Objects.requireNonNull(grain, "grain");
    path = List.copyOf(path);
    months = List.copyOf(months);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a period has a member");
    }
  }

  /** The period's member. */
  public ResultMember member() {
    return path.get(path.size() - 1);
  }

  /** The year that it is in. */
  public ResultMember year() {
    return path.get(0);
  }

  /** Its months that have data. */
  public List<ResultMember> filledMonths() {
    return months.stream().filter(Month::filled).map(Month::member).toList();
  }
}
