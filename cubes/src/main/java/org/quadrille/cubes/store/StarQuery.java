package org.quadrille.cubes.store;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.schema.MeasureGroup;

/**
 * A question to the facts: measures at a grain, under conditions. Plain data that can be printed
 * and compared.
 *
 * @param grain what rows are grouped by; empty for one row in all
 * @param conditions all of them hold
 */
public record StarQuery(
    MeasureGroup group,
    List<GrainLevel> grain,
    List<Condition> conditions,
    List<MeasureMember> measures) {
  public StarQuery {
    Objects.requireNonNull(group, "group");
    grain = List.copyOf(grain);
    conditions = List.copyOf(conditions);
    measures = List.copyOf(measures);
  }

  /** How facts belong to the members of a level. */
  public enum Membership {
    /** Through the level's key; a member of a parent-child hierarchy has what is below it too. */
    ROLLED_UP,
    /** A member of a parent-child hierarchy has only its own. */
    OWN
  }

  /** A level as a grain. */
  public record GrainLevel(Level level, Membership membership) {
    public GrainLevel {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(membership, "membership");
    }

    /** The hierarchy of the level. */
    public Hierarchy hierarchy() {
      return level.hierarchy();
    }

    @Override
    public String toString() {
      return level.uniqueName() + (membership == Membership.OWN ? " (own)" : "");
    }
  }

  /** A condition on facts. */
  public sealed interface Condition {}

  /**
   * Facts of these members of a level.
   *
   * @param rows of the hierarchy's dictionary, in ascending order
   */
  public record MembersIn(GrainLevel grain, Rows rows) implements Condition {}

  /** Facts that meet all conditions. */
  public record AllOf(List<Condition> conditions) implements Condition {
    public AllOf {
      conditions = List.copyOf(conditions);
    }
  }

  /** Facts that meet any condition. */
  public record AnyOf(List<Condition> conditions) implements Condition {
    public AnyOf {
      conditions = List.copyOf(conditions);
    }
  }
}
