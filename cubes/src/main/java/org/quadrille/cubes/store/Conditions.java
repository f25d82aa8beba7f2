package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MemberTable;
import org.quadrille.cubes.store.StarQuery.AllOf;
import org.quadrille.cubes.store.StarQuery.AnyOf;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.GrainLevel;
import org.quadrille.cubes.store.StarQuery.MembersIn;

/** Conditions on facts as expressions of the algebra. */
final class Conditions {
  private final FactJoins joins;
  private final RelBuilder builder;

  Conditions(FactJoins joins) {
    this.joins = joins;
    this.builder = joins.relations().builder();
  }

  /** Joins what a condition needs. */
  static void require(FactJoins joins, Condition condition) {
    if (condition instanceof MembersIn in) {
      joins.require(in.grain());
    } else if (condition instanceof AllOf all) {
      all.conditions().forEach(c -> require(joins, c));
    } else {
      ((AnyOf) condition).conditions().forEach(c -> require(joins, c));
    }
  }

  RexNode of(Condition condition) {
    if (condition instanceof MembersIn in) {
      return membersIn(in);
    }
    if (condition instanceof AllOf all) {
      return builder.and(all.conditions().stream().map(this::of).toList());
    }
    return builder.or(((AnyOf) condition).conditions().stream().map(this::of).toList());
  }

  private RexNode membersIn(MembersIn in) {
    GrainLevel grain = in.grain();
    List<RexNode> keys = joins.keys(grain);
    if (keys.size() == 1) {
      List<@Nullable Object> values = new ArrayList<>();
      MemberTable table = grain.hierarchy().members();
      for (int i = 0; i < in.rows().size(); i++) {
        values.add(table.key(in.rows().get(i)));
      }
      return isIn(keys.get(0), values);
    }
    return byPath(grain.hierarchy().members(), keys, keys.size() - 1, in.rows().toArray());
  }

  /**
   * A level whose keys are not unique: rows are taken together by parent, and a parent all of whose
   * children are wanted stands for them.
   */
  private RexNode byPath(MemberTable table, List<RexNode> keys, int at, int[] rows) {
    if (at == 0) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int row : rows) {
        values.add(table.key(row));
      }
      return isIn(keys.get(0), values);
    }
    Map<Integer, List<Integer>> byParent = new LinkedHashMap<>();
    for (int row : rows) {
      byParent.computeIfAbsent(table.keyParent(row), p -> new ArrayList<>()).add(row);
    }
    List<Integer> whole = new ArrayList<>();
    List<RexNode> alternatives = new ArrayList<>();
    byParent.forEach(
        (parent, children) -> {
          if (children.size() == table.childCountByKey(parent)) {
            whole.add(parent);
            return;
          }
          List<@Nullable Object> values = new ArrayList<>();
          children.forEach(child -> values.add(table.key(child)));
          alternatives.add(
              builder.and(
                  byPath(table, keys, at - 1, new int[] {parent}), isIn(keys.get(at), values)));
        });
    if (!whole.isEmpty()) {
      alternatives.add(0, byPath(table, keys, at - 1, whole.stream().mapToInt(i -> i).toArray()));
    }
    return builder.or(alternatives);
  }

  private RexNode isIn(RexNode column, List<@Nullable Object> values) {
    List<RexNode> literals = new ArrayList<>();
    boolean orNull = false;
    for (Object value : values) {
      if (value == null || value == org.quadrille.cubes.model.Keys.NULL) {
        orNull = true;
      } else {
        literals.add(Literals.of(builder.getRexBuilder(), column.getType(), value));
      }
    }
    RexNode in = literals.isEmpty() ? builder.literal(false) : builder.in(column, literals);
    if (!orNull) {
      return in;
    }
    RexNode isNull = builder.call(SqlStdOperatorTable.IS_NULL, column);
    return literals.isEmpty() ? isNull : builder.or(in, isNull);
  }
}
