package org.quadrille.cubes.store;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.store.StarQuery.Condition;

/**
 * Asks for facts one by one instead of for aggregates. Plain data that can be printed and compared.
 *
 * @param conditions all of them hold
 * @param skip how many rows are left out at the beginning; rows are ordered by their columns
 * @param limit how many rows are given at most
 */
public record RowQuery(
    MeasureGroup group, List<Column> columns, List<Condition> conditions, long skip, int limit) {
  public RowQuery {
    Objects.requireNonNull(group, "group");
    columns = List.copyOf(columns);
    conditions = List.copyOf(conditions);
  }

  /** A column of the answer. */
  public sealed interface Column {}

  /** The name of the member of a level that a fact belongs to. */
  public record NameOf(Level level) implements Column {
    public NameOf {
      Objects.requireNonNull(level, "level");
    }
  }

  /** A property of the member of a level that a fact belongs to. */
  public record PropertyOf(Level level, org.quadrille.cubes.schema.Level.Property property)
      implements Column {
    public PropertyOf {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(property, "property");
    }
  }

  /** What a fact contributes to a measure; 1 for a count of facts. */
  public record InputOf(MeasureMember measure) implements Column {
    public InputOf {
      Objects.requireNonNull(measure, "measure");
    }
  }
}
