package org.quadrille.cubes.store;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.SqlExpression;
import org.quadrille.cubes.store.StarQuery.Condition;

/**
 * The facts of a measure group as one wide table: each row a fact with what is asked of its
 * dimensions. Only the dimensions that a column or condition names are joined.
 *
 * @param conditions all of them hold
 * @param aggregate the aggregate table that stands for the facts, null for the facts themselves
 */
public record WideRows(
    MeasureGroup group,
    List<Column> columns,
    List<Condition> conditions,
    @Nullable AggregateUse aggregate) {
  public WideRows {
    Objects.requireNonNull(group, "group");
    columns = List.copyOf(columns);
    conditions = List.copyOf(conditions);
  }

  /** A column with its name. */
  public record Column(String name, Value value) {
    public Column {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }
  }

  /** What a column holds. */
  public sealed interface Value {}

  /**
   * An expression over the relation of a level.
   *
   * @param shownIf facts that do not meet it have null; null to show all
   */
  public record OfLevel(Level level, SqlExpression expression, @Nullable Condition shownIf)
      implements Value {
    public OfLevel {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(expression, "expression");
    }
  }

  /** What a fact contributes to a measure; 1 for a count of facts. */
  public record InputOf(MeasureMember measure) implements Value {
    public InputOf {
      Objects.requireNonNull(measure, "measure");
    }
  }

  /** How many facts a row stands for: 1, or what an aggregate table says. */
  public record Facts() implements Value {}

  /** 1 for facts that do not meet a condition, else null. */
  public record Unless(Condition condition) implements Value {
    public Unless {
      Objects.requireNonNull(condition, "condition");
    }
  }

  /** A number that no other row has. */
  public record RowNumber() implements Value {}

  /** Null, since the facts have no such dimension or measure. */
  public record Nothing() implements Value {}

  /** An aggregate table that was found to cover a query. */
  public static final class AggregateUse {
    private final AggregateChoice choice;

    AggregateUse(AggregateChoice choice) {
      this.choice = choice;
    }

    AggregateChoice choice() {
      return choice;
    }
  }
}
