package org.quadrille.cubes.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.quadrille.cubes.schema.SqlExpression;
import org.quadrille.cubes.store.FactTable.Column;
import org.quadrille.cubes.store.FactTable.InputOf;
import org.quadrille.cubes.store.FactTable.KeysOf;
import org.quadrille.cubes.store.FactTable.PropertyOf;

/** Writes a table of facts as a query of the database's own SQL. */
final class FactTableSql {
  private final FactJoins joins;
  private final Algebra algebra;

  FactTableSql(FactTable table, Algebra algebra) {
    this.algebra = algebra;
    this.joins = new FactJoins(table.group(), null, algebra);
  }

  static String of(FactTable table, Algebra algebra) {
    return new FactTableSql(table, algebra).write(table);
  }

  private String write(FactTable table) {
    table.conditions().forEach(c -> Conditions.require(joins, c));
    table.columns().values().forEach(this::require);
    RelBuilder builder = joins.relations().builder();
    Conditions conditions = new Conditions(joins);
    List<RexNode> filters = table.conditions().stream().map(conditions::of).toList();
    List<RexNode> expressions = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Column> column : table.columns().entrySet()) {
      add(column.getKey(), column.getValue(), builder, expressions, names);
    }
    if (!filters.isEmpty()) {
      builder.filter(filters);
    }
    builder.project(expressions, names, true);
    return algebra.toSql(builder.build());
  }

  private void require(Column column) {
    if (column instanceof KeysOf keys) {
      joins.require(keys.grain());
    } else if (column instanceof PropertyOf property) {
      joins.require(property.level(), property.property().expression());
    }
  }

  private void add(
      String name,
      Column column,
      RelBuilder builder,
      List<RexNode> expressions,
      List<String> names) {
    if (column instanceof KeysOf keys) {
      int at = 0;
      for (RexNode key : joins.keys(keys.grain())) {
        expressions.add(key);
        names.add(name + "_" + at++);
      }
    } else if (column instanceof PropertyOf property) {
      expressions.add(joins.value(property.level(), property.property().expression()));
      names.add(name);
    } else {
      SqlExpression input = ((InputOf) column).measure().definition().expression();
      expressions.add(input == null ? builder.literal(1) : joins.measure(input));
      names.add(name);
    }
  }
}
