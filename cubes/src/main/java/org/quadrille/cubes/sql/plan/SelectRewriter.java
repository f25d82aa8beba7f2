package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.plan.ExpressionRewriter.Position;
import org.quadrille.cubes.sql.view.CubeView;

/** Rewrites one SELECT: its FROM, and the measures in its clauses. */
final class SelectRewriter {
  private final QueryRewriter queries;
  private final Set<String> ctes;
  private final FromItems items;

  SelectRewriter(QueryRewriter queries, Set<String> ctes) {
    this.queries = queries;
    this.ctes = ctes;
    this.items = new FromItems(queries, ctes);
  }

  /**
   * Rewrites the SELECT in place.
   *
   * @param order what its rows are ordered by, null for nothing
   * @return the rewritten order
   */
  @Nullable SqlNodeList rewrite(SqlSelect select, @Nullable SqlNodeList order) {
    if (select.getFrom() != null) {
      select.setFrom(items.rewrite(select.getFrom()));
    }
    List<CubeUse> cubes = items.cubes();
    boolean grouped = isGrouped(select, order);
    for (CubeUse use : cubes) {
      use.grouped = grouped;
      use.repeated = items.size() > 1;
      collectColumns(use, select, order);
    }
    if (!cubes.isEmpty()) {
      new ExpressionRewriter(queries, ctes, items, true).rewriteAll(select, order, grouped);
      cubes.forEach(queries::decide);
    }
    expandStars(select);
    return new ExpressionRewriter(queries, ctes, items, false).rewriteAll(select, order, grouped);
  }

  /** Whether rows are grouped: by GROUP BY, HAVING or an aggregate. */
  private boolean isGrouped(SqlSelect select, @Nullable SqlNodeList order) {
    return select.getGroup() != null
        || select.getHaving() != null
        || hasAggregate(select.getSelectList())
        || (order != null && hasAggregate(order));
  }

  private static boolean hasAggregate(@Nullable SqlNode node) {
    if (node == null) {
      return false;
    }
    boolean[] found = {false};
    node.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public Void visit(SqlCall call) {
            if (call.isA(SqlKind.QUERY) || found[0]) {
              return null;
            }
            if (call.getKind() == SqlKind.OVER) {
              // The function itself is no aggregate there, but its arguments may have some.
              ((SqlCall) call.operand(0))
                  .getOperandList().stream().filter(o -> o != null).forEach(o -> o.accept(this));
              call.operand(1).accept(this);
              return null;
            }
            String name = call.getOperator().getName();
            if (name.equalsIgnoreCase(ExpressionRewriter.AGGREGATE)
                || SqlFunctions.isAggregate(name)) {
              found[0] = true;
              return null;
            }
            return super.visit(call);
          }
        });
    return found[0];
  }

  /** Which levels and properties are named anywhere in the SELECT. */
  private void collectColumns(CubeUse use, SqlSelect select, @Nullable SqlNodeList order) {
    SqlBasicVisitor<Void> visitor =
        new SqlBasicVisitor<>() {
          @Override
          public Void visit(SqlIdentifier id) {
            if (id.isStar()) {
              return null;
            }
            CubeView.LevelColumn column = use.view.column(id.names.get(id.names.size() - 1));
            if (column != null) {
              use.columns.put(column.name(), column);
            }
            return null;
          }
        };
    select.accept(visitor);
    if (order != null) {
      order.accept(visitor);
    }
    for (SqlNode item : select.getSelectList()) {
      if (item instanceof SqlIdentifier id && id.isStar() && isStarOf(id, use)) {
        use.view.columns().forEach(c -> use.columns.put(c.name(), c));
      }
    }
  }

  private static boolean isStarOf(SqlIdentifier star, CubeUse use) {
    return star.names.size() == 1
        || star.names.get(star.names.size() - 2).equalsIgnoreCase(use.alias);
  }

  /** A star over a cube becomes its columns, since the validator would show the hidden ones. */
  private void expandStars(SqlSelect select) {
    if (items.cubes().isEmpty()) {
      return;
    }
    List<SqlNode> expanded = new ArrayList<>();
    for (SqlNode item : select.getSelectList()) {
      if (!(item instanceof SqlIdentifier id) || !id.isStar()) {
        expanded.add(item);
        continue;
      }
      for (FromItems.Item each : items.all()) {
        if (id.names.size() > 1
            && !id.names.get(id.names.size() - 2).equalsIgnoreCase(each.alias())) {
          continue;
        }
        if (each.cube() == null) {
          expanded.add(
              SqlIdentifier.star(
                  List.of(each.alias(), ""), id.getParserPosition(), List.of(pos(id), pos(id))));
        } else {
          addColumns(expanded, each.cube(), pos(id));
        }
      }
    }
    if (expanded.isEmpty()) {
      throw new SqlException(
          SqlParsing.place(select.getParserPosition()), "the star stands for no columns here");
    }
    select.setSelectList(new SqlNodeList(expanded, select.getSelectList().getParserPosition()));
  }

  private static SqlParserPos pos(SqlIdentifier id) {
    return id.getParserPosition();
  }

  private static void addColumns(List<SqlNode> expanded, CubeUse use, SqlParserPos at) {
    for (String name : use.view.names()) {
      expanded.add(
          SqlStdOperatorTable.AS.createCall(
              at, new SqlIdentifier(List.of(use.alias, name), at), new SqlIdentifier(name, at)));
    }
  }

  /** Where an expression of a clause stands. */
  static Position position(boolean grouped) {
    return grouped ? Position.GROUP : Position.FACT;
  }
}
