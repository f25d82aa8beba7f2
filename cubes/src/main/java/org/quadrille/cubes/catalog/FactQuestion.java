package org.quadrille.cubes.catalog;

import java.util.List;
import java.util.Objects;

/**
 * Something to be counted over the facts of a slice by the database itself, in one statement: what
 * MDX has no words for, such as the largest order of each customer or a class by cumulative share.
 * The facts are those that a DRILLTHROUGH of the cell would show, so the rights of the role hold.
 *
 * <p>In the statement {@code {facts}} stands for the table of facts; {@code {name}} for the key
 * columns of a {@link Members}, {@code {t.name}} for those of table {@code t}, and {@code
 * {a=b:name}} for their equality in two tables. All other columns have the names of their needs. A
 * result that holds all key columns of a {@link Members} gives one column of members instead.
 *
 * @param cell an MDX query of one cell whose measure tells which facts are meant
 * @param needs the columns of the facts
 * @param sql the statement
 */
public record FactQuestion(String cell, List<Need> needs, String sql) {
  /** Columns that the facts are to have. */
  public sealed interface Need {
    /** The name in the statement: letters only. */
    String name();
  }

  /**
   * The member of a level that a fact belongs to. A member of a parent-child hierarchy has its own
   * facts only.
   *
   * @param level unique name
   * @param without names of members of the level whose facts do not count, such as that for unknown
   *     ones
   */
  public record Members(String name, String level, List<String> without) implements Need {
    public Members {
      without = List.copyOf(without);
    }

    /** All members. */
    public Members(String name, String level) {
      this(name, level, List.of());
    }
  }

  /**
   * The place, from 0, of the member among those of its level; for levels of some thousand members
   * at most, such as months.
   *
   * @param level unique name
   */
  public record Ordinals(String name, String level) implements Need {}

  /**
   * A property of the member of a level.
   *
   * @param level unique name
   * @param property its name
   */
  public record Property(String name, String level, String property) implements Need {}

  /**
   * What a fact adds to a measure that adds up; see {@link Catalog#facts}.
   *
   * @param measure unique name
   */
  public record Amount(String name, String measure) implements Need {}

  /**
   * The column that a stored measure aggregates, such as the number of the order for a distinct
   * count of orders.
   *
   * @param measure unique name
   */
  public record Input(String name, String measure) implements Need {}

  public FactQuestion {
    Objects.requireNonNull(cell, "cell");
    needs = List.copyOf(needs);
    Objects.requireNonNull(sql, "sql");
    for (Need need : needs) {
      if (!need.name().matches("[a-z]+")) {
        throw new IllegalArgumentException("a need's name is of small letters: " + need.name());
      }
    }
  }
}
