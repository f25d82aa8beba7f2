package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.SqlExpression;
import org.quadrille.cubes.store.WideRows.Column;
import org.quadrille.cubes.store.WideRows.Facts;
import org.quadrille.cubes.store.WideRows.InputOf;
import org.quadrille.cubes.store.WideRows.Nothing;
import org.quadrille.cubes.store.WideRows.OfLevel;
import org.quadrille.cubes.store.WideRows.RowNumber;
import org.quadrille.cubes.store.WideRows.Unless;
import org.quadrille.cubes.store.WideRows.Value;

/** The facts of one measure group, widened, in the algebra. */
final class WideQuery {
  private final WideRows rows;
  private final Algebra algebra;
  private final @Nullable AggregateChoice aggregate;
  private final FactJoins joins;
  private final Conditions conditions;

  WideQuery(WideRows rows, Algebra algebra) {
    this.rows = rows;
    this.algebra = algebra;
    this.aggregate = rows.aggregate() == null ? null : rows.aggregate().choice();
    this.joins = new FactJoins(rows.group(), aggregate, algebra);
    this.conditions = new Conditions(joins);
  }

  RelNode build() {
    rows.conditions().forEach(c -> Conditions.require(joins, c));
    rows.columns().forEach(c -> require(c.value()));
    RelBuilder builder = joins.relations().builder();
    List<RexNode> filters = new ArrayList<>();
    rows.conditions().forEach(c -> filters.add(conditions.of(c)));
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Column column : rows.columns()) {
      columns.add(expression(builder, column.value()));
      names.add(column.name());
    }
    if (!filters.isEmpty()) {
      builder.filter(filters);
    }
    if (columns.isEmpty()) {
      columns.add(builder.literal(1));
      names.add("$one");
    }
    return builder.project(columns, names, true).build();
  }

  private void require(Value value) {
    if (value instanceof OfLevel of) {
      if (column(of) == null) {
        joins.require(of.level(), of.expression());
      }
      if (of.shownIf() != null) {
        Conditions.require(joins, of.shownIf());
      }
    } else if (value instanceof Unless unless) {
      Conditions.require(joins, unless.condition());
    }
  }

  private RexNode expression(RelBuilder builder, Value value) {
    if (value instanceof OfLevel of) {
      return ofLevel(builder, of);
    }
    if (value instanceof InputOf input) {
      return input(builder, input);
    }
    if (value instanceof Facts) {
      return aggregate == null
          ? builder.literal(1)
          : joins.aggregateColumn(aggregate.declaration().factCountColumn());
    }
    if (value instanceof Unless unless) {
      return builder.call(
          SqlStdOperatorTable.CASE,
          conditions.of(unless.condition()),
          builder
              .getRexBuilder()
              .makeNullLiteral(algebra.typeFactory().createSqlType(SqlTypeName.INTEGER)),
          builder.literal(1));
    }
    if (value instanceof RowNumber) {
      return builder.aggregateCall(SqlStdOperatorTable.ROW_NUMBER).over().toRex();
    }
    return builder
        .getRexBuilder()
        .makeNullLiteral(algebra.typeFactory().createSqlType(SqlTypeName.INTEGER));
  }

  private RexNode ofLevel(RelBuilder builder, OfLevel of) {
    String column = column(of);
    RexNode plain =
        column != null ? joins.aggregateColumn(column) : joins.value(of.level(), of.expression());
    if (of.shownIf() == null) {
      return plain;
    }
    return builder.call(
        SqlStdOperatorTable.CASE,
        conditions.of(of.shownIf()),
        plain,
        builder.getRexBuilder().makeNullLiteral(plain.getType()));
  }

  private RexNode input(RelBuilder builder, InputOf input) {
    String column = aggregate == null ? null : aggregate.measureColumn(input.measure());
    if (column != null) {
      return joins.aggregateColumn(column);
    }
    SqlExpression expression = input.measure().definition().expression();
    return expression == null ? builder.literal(1) : joins.measure(expression);
  }

  private @Nullable String column(OfLevel of) {
    return aggregate == null || keepsForeignKey(rows.group(), aggregate, of)
        ? null
        : aggregate.valueColumn(of.level(), of.expression());
  }

  private static boolean keepsForeignKey(
      MeasureGroup group, AggregateChoice aggregate, OfLevel of) {
    MeasureGroup.Link link = group.link(of.level().hierarchy().dimension().name());
    return link != null && aggregate.foreignKey(link.foreignKey()) != null;
  }

  /**
   * Whether an aggregate table has what a column asks, itself or by a foreign key that it keeps.
   */
  static boolean isCovered(MeasureGroup group, AggregateChoice aggregate, OfLevel of) {
    return keepsForeignKey(group, aggregate, of)
        || aggregate.valueColumn(of.level(), of.expression()) != null;
  }

  /** Parts under each other: what a part has not takes the type that it has in another. */
  static RelNode union(List<RelNode> parts, List<WideRows> branches, Algebra algebra) {
    RelBuilder builder = algebra.builder();
    int width = parts.get(0).getRowType().getFieldCount();
    for (int p = 0; p < parts.size(); p++) {
      builder.push(parts.get(p));
      List<RexNode> row = new ArrayList<>();
      for (int c = 0; c < width; c++) {
        row.add(
            isNothing(branches.get(p), c)
                ? builder.getRexBuilder().makeNullLiteral(type(parts, branches, c, algebra))
                : builder.field(c));
      }
      builder.project(row, parts.get(p).getRowType().getFieldNames(), true);
    }
    return builder.union(true, parts.size()).build();
  }

  private static boolean isNothing(WideRows branch, int column) {
    return column < branch.columns().size()
        && branch.columns().get(column).value() instanceof Nothing;
  }

  private static RelDataType type(
      List<RelNode> parts, List<WideRows> branches, int column, Algebra algebra) {
    for (int p = 0; p < parts.size(); p++) {
      if (!isNothing(branches.get(p), column)) {
        return algebra
            .typeFactory()
            .createTypeWithNullability(
                parts.get(p).getRowType().getFieldList().get(column).getType(), true);
      }
    }
    return algebra.typeFactory().createSqlType(SqlTypeName.INTEGER);
  }
}
