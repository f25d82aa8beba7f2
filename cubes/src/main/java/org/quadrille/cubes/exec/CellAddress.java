package org.quadrille.cubes.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.DataMember;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.store.Rows;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.MembersIn;
import org.quadrille.cubes.store.StarQuery.Membership;

/**
 * Where a stored cell is: what kind of cell, and which members.
 *
 * @param kind what cells that can be fetched together have in common
 * @param rows for each level of the kind's grain the member's row
 */
record CellAddress(Kind kind, MeasureMember measure, int[] rows) {

  /**
   * Cells of one grain under the same restrictions.
   *
   * @param grain levels in the order of the cube's hierarchies; hierarchies at All are left out
   */
  record Kind(MeasureGroup group, List<GrainLevel> grain, List<Restriction> restrictions) {
    Kind {
      Objects.requireNonNull(group, "group");
      grain = List.copyOf(grain);
      restrictions = List.copyOf(restrictions);
    }
  }

  /**
   * The address of a measure under members.
   *
   * @param current by ordinal of the hierarchy; null for one that a restriction stands for
   * @return null where the cell cannot have a value
   */
  static @Nullable CellAddress of(
      MeasureMember measure, @Nullable Member[] current, List<Restriction> restrictions) {
    MeasureGroup group = measure.group();
    List<GrainLevel> grain = new ArrayList<>();
    int[] rows = new int[current.length];
    for (int h = 1; h < current.length; h++) {
      Member member = current[h];
      if (member == null || member.isAll()) {
        continue;
      }
      if (member.isNull()) {
        return null;
      }
      if (!joins(group, member.hierarchy())) {
        if (group.ignoreUnrelatedDimensions()
            || member.equals(member.hierarchy().defaultMember())) {
          continue;
        }
        return null;
      }
      if (member instanceof StoredMember stored) {
        rows[grain.size()] = stored.row();
        grain.add(new GrainLevel(stored.level(), Membership.ROLLED_UP));
      } else if (member instanceof DataMember own) {
        rows[grain.size()] = own.owner().row();
        grain.add(new GrainLevel(own.level(), Membership.OWN));
      } else {
        throw new IllegalStateException(member + " is not stored");
      }
    }
    return new CellAddress(
        new Kind(group, grain, restrictions), measure, java.util.Arrays.copyOf(rows, grain.size()));
  }

  /** What holds for the facts of the cell; null where no fact can be of it. */
  @Nullable List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < kind.grain().size(); i++) {
      conditions.add(new MembersIn(kind.grain().get(i), Rows.of(rows[i])));
    }
    for (Restriction restriction : kind.restrictions()) {
      Condition condition = restriction.condition(h -> joins(kind.group(), h));
      if (condition == null) {
        return null;
      }
      conditions.add(condition);
    }
    return conditions;
  }

  /** Whether a hierarchy applies to facts. */
  static boolean joins(MeasureGroup group, Hierarchy hierarchy) {
    return group.link(hierarchy.dimension().name()) != null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellAddress that
        && kind.equals(that.kind)
        && measure.equals(that.measure)
        && java.util.Arrays.equals(rows, that.rows);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, measure, java.util.Arrays.hashCode(rows));
  }
}
