package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.rights.HierarchyRights;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.Role.RollupPolicy;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.view.CubeView.LevelColumn;
import org.quadrille.cubes.sql.view.VisibleFacts;
import org.quadrille.cubes.store.StarQuery;
import org.quadrille.cubes.store.StarQuery.AllOf;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.Membership;
import org.quadrille.cubes.store.StarSql;
import org.quadrille.cubes.store.WideRows;
import org.quadrille.cubes.store.WideRows.OfLevel;

/**
 * The queries that stand for cubes. Rights are conditions in them: what a total over hidden facts
 * shows is what MDX shows. Where the policy is partial, hidden facts are left out; where it is
 * full, they count, but the names of hidden members are null; where it is hidden, a group with
 * hidden facts shows no measures. Facts that are asked for one by one never include hidden ones.
 */
final class CubeQueries {
  private final StarSql star;
  private final Set<String> notes = new LinkedHashSet<>();

  CubeQueries(StarSql star) {
    this.star = star;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Decides what stands for the facts, once it is known what is used of the cube. */
  void decide(CubeUse use) {
    use.hides =
        use.grouped
            && use.view.rights().limiting().stream()
                .anyMatch(r -> r.policy() == RollupPolicy.HIDDEN && joinsAny(use, r.hierarchy()));
    List<MeasureGroup> groups = groups(use);
    if (!use.grouped || use.repeated || use.factByFact || use.hides || groups.size() != 1) {
      return;
    }
    MeasureGroup group = groups.get(0);
    if (group.aggregates().isEmpty()) {
      return;
    }
    List<OfLevel> values = new ArrayList<>();
    Set<GrainLevel> grain = new LinkedHashSet<>();
    for (LevelColumn column : use.columns.values()) {
      if (!joins(group, column.level().hierarchy())) {
        return;
      }
      values.add(new OfLevel(column.level(), column.expression(), null));
      grain.add(new GrainLevel(column.level(), Membership.OWN));
    }
    List<String> reasons = new ArrayList<>();
    use.aggregate =
        star.aggregate(
            new StarQuery(
                group, List.copyOf(grain), conditions(use, group), List.copyOf(use.measures)),
            values,
            reasons);
    notes.addAll(reasons);
  }

  /** The facts that a query needs: those of its measures, or all where it names none. */
  private static List<MeasureGroup> groups(CubeUse use) {
    Set<MeasureGroup> groups = new LinkedHashSet<>();
    for (MeasureMember measure : use.measures) {
      groups.add(measure.group());
    }
    return groups.isEmpty() || use.counted
        ? use.view.cube().definition().measureGroups()
        : List.copyOf(groups);
  }

  private static boolean joinsAny(CubeUse use, Hierarchy hierarchy) {
    return groups(use).stream().anyMatch(g -> joins(g, hierarchy));
  }

  private static boolean joins(MeasureGroup group, Hierarchy hierarchy) {
    return group.link(hierarchy.dimension().name()) != null;
  }

  void build(CubeUse use) {
    List<WideRows> branches = new ArrayList<>();
    for (MeasureGroup group : groups(use)) {
      branches.add(new WideRows(group, columns(use, group), conditions(use, group), use.aggregate));
    }
    if (branches.isEmpty()) {
      throw new SqlException(
          SqlParsing.place(use.position), "the cube " + use.view.name() + " has no facts");
    }
    use.query = star.query(branches);
  }

  /** Facts that are left out: those of hidden members where totals do not cover them. */
  private static List<Condition> conditions(CubeUse use, MeasureGroup group) {
    List<Condition> conditions = new ArrayList<>();
    for (HierarchyRights rights : use.view.rights().hidingFacts()) {
      if (joins(group, rights.hierarchy())
          && (!use.grouped || rights.policy() == RollupPolicy.PARTIAL)) {
        conditions.add(VisibleFacts.of(rights));
      }
    }
    return conditions;
  }

  private List<WideRows.Column> columns(CubeUse use, MeasureGroup group) {
    List<WideRows.Column> columns = new ArrayList<>();
    for (LevelColumn column : use.columns.values()) {
      columns.add(new WideRows.Column(column.name(), value(use, group, column)));
    }
    for (MeasureMember measure : use.measures) {
      columns.add(
          new WideRows.Column(
              CubeUse.inputName(measure),
              measure.group() == group ? new WideRows.InputOf(measure) : new WideRows.Nothing()));
    }
    if (use.repeated) {
      columns.add(new WideRows.Column(CubeUse.ROW, new WideRows.RowNumber()));
    }
    if (use.aggregate != null && use.counted) {
      columns.add(new WideRows.Column(CubeUse.FACTS, new WideRows.Facts()));
    }
    if (use.hides) {
      List<Condition> seen = new ArrayList<>();
      for (HierarchyRights rights : use.view.rights().limiting()) {
        if (rights.policy() == RollupPolicy.HIDDEN && joins(group, rights.hierarchy())) {
          seen.add(VisibleFacts.of(rights));
        }
      }
      columns.add(new WideRows.Column(CubeUse.UNSEEN, new WideRows.Unless(new AllOf(seen))));
    }
    return columns;
  }

  private static WideRows.Value value(CubeUse use, MeasureGroup group, LevelColumn column) {
    Hierarchy hierarchy = column.level().hierarchy();
    if (!joins(group, hierarchy)) {
      return new WideRows.Nothing();
    }
    return new OfLevel(column.level(), column.expression(), shownIf(use, column));
  }

  private static @Nullable Condition shownIf(CubeUse use, LevelColumn column) {
    for (HierarchyRights rights : use.view.rights().hidingFacts()) {
      if (rights.hierarchy() == column.level().hierarchy()
          && use.grouped
          && rights.policy() != RollupPolicy.PARTIAL) {
        return VisibleFacts.of(rights, column.level());
      }
    }
    return null;
  }
}
