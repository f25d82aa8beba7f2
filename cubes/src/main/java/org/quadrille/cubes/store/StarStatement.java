package org.quadrille.cubes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.tools.RelBuilder.AggCall;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.schema.Aggregator;
import org.quadrille.cubes.schema.SqlExpression;
import org.quadrille.cubes.store.StarQuery.Condition;
import org.quadrille.cubes.store.StarQuery.GrainLevel;

/** Several star queries as one SQL statement, and its rows taken apart again. */
final class StarStatement {
  private final List<StarQuery> queries;
  private final Algebra algebra;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final List<Branch> branches = new ArrayList<>();
  private final String sql;

  /** A column of the statement's result. */
  private record Slot(int index, RelDataType type) {}

  /**
   * A query in the statement.
   *
   * @param keys for each grain level the slots of its keys
   * @param count the slot that tells whether there was any row, -1 where rows are grouped
   */
  private record Branch(List<List<String>> keys, List<String> measures, boolean counted) {}

  /**
   * Builds the statement.
   *
   * @param decisions for each query which aggregate table stands for the facts
   */
  StarStatement(List<StarQuery> queries, List<Aggregates.Decision> decisions, Algebra algebra) {
    this.queries = queries;
    this.algebra = algebra;
    List<RelNode> parts = new ArrayList<>();
    List<List<String>> names = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      List<String> columns = new ArrayList<>();
      parts.add(part(queries.get(i), decisions.get(i).choice(), columns));
      names.add(columns);
    }
    this.sql = algebra.toSql(parts.size() == 1 ? parts.get(0) : union(parts, names));
  }

  String sql() {
    return sql;
  }

  private RelNode part(StarQuery query, @Nullable AggregateChoice aggregate, List<String> columns) {
    FactJoins joins = new FactJoins(query.group(), aggregate, algebra);
    query.grain().forEach(joins::require);
    query.conditions().forEach(c -> Conditions.require(joins, c));
    RelBuilder builder = joins.relations().builder();
    Conditions conditions = new Conditions(joins);
    List<RexNode> filters = new ArrayList<>();
    for (Condition condition : query.conditions()) {
      filters.add(conditions.of(condition));
    }
    List<RexNode> inputs = new ArrayList<>();
    List<List<String>> keys = new ArrayList<>();
    for (GrainLevel grain : query.grain()) {
      keys.add(addKeys(grain, joins, inputs, columns));
    }
    int keyCount = inputs.size();
    Map<MeasureMember, Integer> arguments = addArguments(query, aggregate, joins, inputs);
    if (!filters.isEmpty()) {
      builder.filter(filters);
    }
    if (inputs.isEmpty()) {
      inputs.add(builder.literal(1));
    }
    builder.project(inputs, List.of(), true);
    aggregate(query, aggregate != null, builder, keyCount, arguments, columns);
    branches.add(
        new Branch(
            keys, query.measures().stream().map(StarStatement::slotName).toList(), keyCount == 0));
    RelNode rel = builder.build();
    for (int i = 0; i < columns.size(); i++) {
      RelDataType type = rel.getRowType().getFieldList().get(i).getType();
      slots.computeIfAbsent(columns.get(i), name -> new Slot(slots.size(), nullable(type)));
    }
    return rel;
  }

  private RelDataType nullable(RelDataType type) {
    return algebra.typeFactory().createTypeWithNullability(type, true);
  }

  private static List<String> addKeys(
      GrainLevel grain, FactJoins joins, List<RexNode> inputs, List<String> columns) {
    List<String> names = new ArrayList<>();
    for (RexNode key : joins.keys(grain)) {
      String name = grain + "#" + names.size();
      names.add(name);
      columns.add(name);
      inputs.add(key);
    }
    return names;
  }

  private static Map<MeasureMember, Integer> addArguments(
      StarQuery query, @Nullable AggregateChoice aggregate, FactJoins joins, List<RexNode> inputs) {
    Map<MeasureMember, Integer> arguments = new LinkedHashMap<>();
    for (MeasureMember measure : query.measures()) {
      String column = aggregate == null ? null : aggregate.measureColumn(measure);
      if (column != null) {
        arguments.put(measure, inputs.size());
        inputs.add(joins.aggregateColumn(column));
        continue;
      }
      SqlExpression expression = measure.definition().expression();
      if (expression == null) {
        arguments.put(measure, -1);
        continue;
      }
      arguments.put(measure, inputs.size());
      inputs.add(joins.measure(expression));
    }
    return arguments;
  }

  private static void aggregate(
      StarQuery query,
      boolean rollup,
      RelBuilder builder,
      int keyCount,
      Map<MeasureMember, Integer> arguments,
      List<String> columns) {
    List<AggCall> calls = new ArrayList<>();
    for (MeasureMember measure : query.measures()) {
      int at = arguments.get(measure);
      calls.add(
          at < 0
              ? builder.countStar(null)
              : call(
                  builder,
                  rollup ? AggregateChoice.rollup(measure) : measure.aggregator(),
                  builder.field(at)));
      columns.add(slotName(measure));
    }
    if (keyCount == 0) {
      calls.add(builder.countStar(null));
      columns.add("rows");
    }
    int[] keys = new int[keyCount];
    for (int i = 0; i < keyCount; i++) {
      keys[i] = i;
    }
    builder.aggregate(builder.groupKey(keys), calls);
  }

  private static AggCall call(RelBuilder builder, Aggregator aggregator, RexNode argument) {
    return switch (aggregator) {
      case SUM -> builder.sum(argument);
      case COUNT -> builder.count(argument);
      case MIN -> builder.min(argument);
      case MAX -> builder.max(argument);
      case AVG -> builder.avg(argument);
      case DISTINCT_COUNT -> builder.count(true, null, argument);
    };
  }

  private static String slotName(MeasureMember measure) {
    return "measure " + measure.index();
  }

  /** Parts with different columns under each other: what a part has not is null there. */
  private RelNode union(List<RelNode> parts, List<List<String>> names) {
    RelBuilder builder = algebra.builder();
    for (int p = 0; p < parts.size(); p++) {
      builder.push(parts.get(p));
      List<RexNode> row = new ArrayList<>();
      List<String> labels = new ArrayList<>();
      row.add(builder.literal(p));
      labels.add("part");
      for (Map.Entry<String, Slot> slot : slots.entrySet()) {
        int at = names.get(p).indexOf(slot.getKey());
        row.add(
            at < 0
                ? builder.getRexBuilder().makeNullLiteral(slot.getValue().type())
                : builder.field(at));
        labels.add("s" + slot.getValue().index());
      }
      builder.project(row, labels, true);
    }
    builder.union(true, parts.size());
    return builder.build();
  }

  /** Reads the rows of the executed statement. */
  List<StarResult> read(ResultSet rows, long limit) throws SQLException {
    List<StarResult.Builder> results = new ArrayList<>();
    for (StarQuery query : queries) {
      results.add(new StarResult.Builder(query));
    }
    boolean single = queries.size() == 1;
    long count = 0;
    while (rows.next()) {
      if (++count > limit) {
        throw new StoreException(
            "the query needs more than " + limit + " rows of cells; narrow it", null);
      }
      int part = single ? 0 : rows.getInt(1);
      read(rows, branches.get(part), results.get(part), single ? 1 : 2);
    }
    return results.stream().map(StarResult.Builder::build).toList();
  }

  private void read(ResultSet rows, Branch branch, StarResult.Builder result, int shift)
      throws SQLException {
    if (branch.counted() && rows.getLong(column("rows", shift)) == 0) {
      return;
    }
    int[] codes = new int[branch.keys().size()];
    for (int g = 0; g < codes.length; g++) {
      List<String> names = branch.keys().get(g);
      Object[] path = new Object[names.size()];
      for (int k = 0; k < path.length; k++) {
        path[k] = Literals.normal(rows.getObject(column(names.get(k), shift)));
      }
      codes[g] = result.code(g, path);
    }
    Object[] values = new Object[branch.measures().size()];
    for (int m = 0; m < values.length; m++) {
      values[m] = Literals.normal(rows.getObject(column(branch.measures().get(m), shift)));
    }
    result.add(codes, values);
  }

  private int column(String name, int shift) {
    return slots.get(name).index() + shift;
  }
}
