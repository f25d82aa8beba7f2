package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.view.CubeView;

/** What stands in the FROM of one SELECT. */
final class FromItems {
  private final QueryRewriter queries;
  private final Set<String> ctes;
  private final List<Item> items = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();

  /** A table, query or cube by its alias; the cube is null for the others. */
  record Item(String alias, @Nullable CubeUse cube) {}

  /** A measure that a name stands for. */
  record Found(CubeUse use, CubeView.Measure measure) {}

  /** The condition of a join, rewritten in place. */
  record Condition(SqlJoin join) {
    void rewrite(UnaryOperator<@Nullable SqlNode> rewriter, boolean collecting) {
      SqlNode rewritten = rewriter.apply(join.getCondition());
      if (!collecting) {
        join.setOperand(5, rewritten);
      }
    }
  }

  FromItems(QueryRewriter queries, Set<String> ctes) {
    this.queries = queries;
    this.ctes = ctes;
  }

  List<Item> all() {
    return items;
  }

  int size() {
    return items.size();
  }

  List<CubeUse> cubes() {
    List<CubeUse> cubes = new ArrayList<>();
    for (Item item : items) {
      if (item.cube() != null) {
        cubes.add(item.cube());
      }
    }
    return cubes;
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** The measure of that name, null where it is none. */
  @Nullable Found measure(SqlIdentifier id) {
    if (id.isStar() || (id.names.size() > 1 && qualifier(id) == null)) {
      return null;
    }
    for (CubeUse use : cubes()) {
      if (id.names.size() == 1 || isAlias(id, use)) {
        CubeView.Measure measure = use.view.measure(id.names.get(id.names.size() - 1));
        if (measure != null) {
          return new Found(use, measure);
        }
      }
    }
    return null;
  }

  boolean isAlias(SqlIdentifier id, CubeUse use) {
    return use.alias.equalsIgnoreCase(qualifier(id));
  }

  private static @Nullable String qualifier(SqlIdentifier id) {
    return id.names.size() < 2 ? null : id.names.get(id.names.size() - 2);
  }

  /** A column with schema and table in front of it, with the table alone. */
  SqlIdentifier shortened(SqlIdentifier id) {
    if (id.names.size() < 3
        || items.stream().noneMatch(i -> i.alias().equalsIgnoreCase(qualifier(id)))) {
      return id;
    }
    return id.getComponent(id.names.size() - 2, id.names.size());
  }

  SqlNode rewrite(SqlNode from) {
    switch (from.getKind()) {
      case JOIN:
        return join((SqlJoin) from);
      case AS:
        return as((SqlCall) from);
      case IDENTIFIER:
        SqlIdentifier name = (SqlIdentifier) from;
        return table(name, name.names.get(name.names.size() - 1), null);
      case TABLE_REF:
        return rewrite(((SqlCall) from).operand(0));
      default:
        break;
    }
    if (from.isA(SqlKind.QUERY)) {
      SqlNode query = queries.query(from, ctes, null).query();
      items.add(new Item("$" + items.size(), null));
      return query;
    }
    throw refuse(from);
  }

  private static SqlException refuse(SqlNode from) {
    String what =
        switch (from.getKind()) {
          case COLLECTION_TABLE -> "table functions";
          case UNNEST -> "UNNEST";
          case LATERAL -> "LATERAL";
          case TABLESAMPLE -> "TABLESAMPLE";
          case MATCH_RECOGNIZE -> "MATCH_RECOGNIZE";
          case PIVOT -> "PIVOT";
          case UNPIVOT -> "UNPIVOT";
          case SNAPSHOT -> "FOR SYSTEM_TIME";
          case EXTEND -> "columns that are no part of the table";
          default -> from.getKind().sql;
        };
    return new SqlException(
        SqlParsing.place(from.getParserPosition()),
        what + " cannot stand in FROM; there stand tables, cubes, queries and joins of these");
  }

  private SqlNode join(SqlJoin join) {
    join.setLeft(rewrite(join.getLeft()));
    int before = items.size();
    join.setRight(rewrite(join.getRight()));
    boolean cubes = !cubes().isEmpty();
    if (join.isNatural() && cubes) {
      throw new SqlException(
          SqlParsing.place(join.getParserPosition()),
          "a cube cannot be joined by NATURAL JOIN; say by ON what must be equal");
    }
    if (join.getConditionType() == JoinConditionType.ON) {
      conditions.add(new Condition(join));
    }
    if (items.size() == before) {
      throw new IllegalStateException("a join without a right side");
    }
    return join;
  }

  private SqlNode as(SqlCall as) {
    SqlNode inner = as.operand(0);
    SqlIdentifier alias = as.operand(1);
    if (inner instanceof SqlCall call && call.getKind() == SqlKind.TABLE_REF) {
      inner = call.operand(0);
    }
    List<SqlNode> rest = as.getOperandList().subList(2, as.operandCount());
    if (inner instanceof SqlIdentifier name) {
      return table(name, alias.getSimple(), rest);
    }
    if (!inner.isA(SqlKind.QUERY)) {
      throw refuse(inner);
    }
    SqlNode query = queries.query(inner, ctes, null).query();
    items.add(new Item(alias.getSimple(), null));
    List<SqlNode> operands = new ArrayList<>(as.getOperandList());
    operands.set(0, query);
    return new SqlBasicCall(as.getOperator(), operands, as.getParserPosition());
  }

  private SqlNode table(SqlIdentifier name, String alias, @Nullable List<SqlNode> columns) {
    SqlIdentifier target = name;
    CubeUse use = null;
    if (name.names.size() > 1 || !ctes.contains(name.getSimple().toLowerCase(Locale.ROOT))) {
      use = queries.cube(name, alias);
      target = use == null ? queries.table(name) : queries.identifier(use);
    }
    if (use != null && columns != null && !columns.isEmpty()) {
      throw new SqlException(
          SqlParsing.place(name.getParserPosition()),
          "the columns of a cube cannot be renamed in FROM; rename them in SELECT");
    }
    items.add(new Item(alias, use));
    List<SqlNode> operands = new ArrayList<>();
    operands.add(target);
    SqlParserPos at = name.getParserPosition();
    operands.add(new SqlIdentifier(alias, at));
    if (columns != null) {
      operands.addAll(columns);
    }
    return SqlStdOperatorTable.AS.createCall(at, operands);
  }
}
