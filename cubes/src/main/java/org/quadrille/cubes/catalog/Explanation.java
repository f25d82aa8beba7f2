package org.quadrille.cubes.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.QueryStatistics;

/**
 * How a query is answered while no cell of it is known: what each axis asks for, what the database
 * does, what runs in Java and why.
 *
 * @param steps the whole as text, one line each
 * @param fetches the statements for cells, in their order
 * @param statistics of this run; its statements include those that read members
 */
public record Explanation(
    List<String> steps,
    List<Region> regions,
    List<Fetch> fetches,
    List<JavaStep> java,
    QueryStatistics statistics) {
  public Explanation {
    steps = List.copyOf(steps);
    regions = List.copyOf(regions);
    fetches = List.copyOf(fetches);
    java = List.copyOf(java);
    Objects.requireNonNull(statistics, "statistics");
  }

  /**
   * What an axis asks for of one hierarchy; a union has several regions.
   *
   * @param axis such as COLUMNS or SLICER
   * @param hierarchy unique name, ? where it is known only on evaluation
   * @param level unique name, null where members of several levels are enumerated
   * @param members which of the level: all, below a member, an enumeration, or what computes them
   */
  public record Region(String axis, String hierarchy, @Nullable String level, String members) {
    public Region {
      Objects.requireNonNull(axis, "axis");
      Objects.requireNonNull(hierarchy, "hierarchy");
      Objects.requireNonNull(members, "members");
    }

    @Override
    public String toString() {
      return axis + ": " + (level == null ? hierarchy : level) + ", " + members;
    }
  }

  /**
   * A statement for cells.
   *
   * @param aggregates which aggregate table is used and why each other is not
   */
  public record Fetch(String sql, List<Question> questions, List<String> aggregates) {
    public Fetch {
      Objects.requireNonNull(sql, "sql");
      questions = List.copyOf(questions);
      aggregates = List.copyOf(aggregates);
    }
  }

  /**
   * One of the questions that a statement answers.
   *
   * @param facts name of the measure group
   * @param grain levels that rows are grouped by; empty for one total
   * @param conditions all of them hold
   */
  public record Question(
      String facts, List<String> grain, List<String> conditions, List<String> measures) {
    public Question {
      Objects.requireNonNull(facts, "facts");
      grain = List.copyOf(grain);
      conditions = List.copyOf(conditions);
      measures = List.copyOf(measures);
    }

    @Override
    public String toString() {
      return String.join(", ", measures)
          + " of "
          + facts
          + (grain.isEmpty() ? " in all" : " by " + String.join(", ", grain))
          + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }
  }

  /** What is computed in Java, and why not by the database. */
  public record JavaStep(String what, String why) {
    public JavaStep {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(why, "why");
    }
  }
}
