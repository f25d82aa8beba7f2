package org.quadrille.cubes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.schema.SqlExpression;
import org.quadrille.cubes.store.RowQuery.Column;
import org.quadrille.cubes.store.RowQuery.InputOf;
import org.quadrille.cubes.store.RowQuery.NameOf;
import org.quadrille.cubes.store.RowQuery.PropertyOf;

/** A question for facts as an SQL statement, and its rows. */
final class RowStatement {
  private final RowQuery query;
  private final String sql;

  RowStatement(RowQuery query, Algebra algebra) {
    this.query = query;
    FactJoins joins = new FactJoins(query.group(), null, algebra);
    query.conditions().forEach(c -> Conditions.require(joins, c));
    query.columns().forEach(c -> require(joins, c));
    RelBuilder builder = joins.relations().builder();
    Conditions conditions = new Conditions(joins);
    List<RexNode> filters = new ArrayList<>();
    query.conditions().forEach(c -> filters.add(conditions.of(c)));
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Column column : query.columns()) {
      columns.add(expression(joins, builder, column));
      names.add("c" + names.size());
    }
    if (!filters.isEmpty()) {
      builder.filter(filters);
    }
    builder.project(columns, names, true);
    List<RexNode> order = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      order.add(builder.nullsFirst(builder.field(i)));
    }
    // One row more than wanted tells whether there are more.
    builder.sortLimit((int) Math.min(Integer.MAX_VALUE, query.skip()), query.limit() + 1, order);
    this.sql = algebra.toSql(builder.build());
  }

  private static void require(FactJoins joins, Column column) {
    if (column instanceof NameOf name) {
      joins.require(name.level(), shown(name.level()));
    } else if (column instanceof PropertyOf property) {
      joins.require(property.level(), property.property().expression());
    }
  }

  private static RexNode expression(FactJoins joins, RelBuilder builder, Column column) {
    if (column instanceof NameOf name) {
      return joins.value(name.level(), shown(name.level()));
    }
    if (column instanceof PropertyOf property) {
      return joins.value(property.level(), property.property().expression());
    }
    SqlExpression input = ((InputOf) column).measure().definition().expression();
    return input == null ? builder.literal(1) : joins.measure(input);
  }

  private static SqlExpression shown(Level level) {
    org.quadrille.cubes.schema.Level definition = level.definition();
    if (definition == null) {
      throw new IllegalArgumentException(level + " is no column of facts");
    }
    return definition.nameKey() == null ? definition.key() : definition.nameKey();
  }

  String sql() {
    return sql;
  }

  RowResult read(ResultSet result) throws SQLException {
    int width = query.columns().size();
    List<Integer> types = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      types.add(result.getMetaData().getColumnType(i));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    boolean more = false;
    while (!more && result.next()) {
      if (rows.size() == query.limit()) {
        more = true;
      } else {
        @Nullable Object[] row = new @Nullable Object[width];
        for (int i = 0; i < width; i++) {
          row[i] = Literals.normal(result.getObject(i + 1));
        }
        rows.add(Collections.unmodifiableList(Arrays.asList(row)));
      }
    }
    return new RowResult(types, rows, more);
  }
}
