package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.SqlTable;
import org.quadrille.cubes.sql.view.CubeView;
import org.quadrille.cubes.sql.view.SqlCatalog;
import org.quadrille.cubes.store.StarSql;
import org.quadrille.cubes.store.TableCatalog.TableInfo;

/**
 * Rewrites a query and those within it: names in FROM become the tables that they stand for, cubes
 * become queries over their facts, measures their expressions.
 */
final class QueryRewriter {
  /** Schemas of the validator; no text can name them. */
  static final String STAR = "$star";

  static final String CUBES = "$cubes";

  private final SqlCatalog catalog;
  private final CubeQueries cubeQueries;
  private final List<CubeUse> uses = new ArrayList<>();

  QueryRewriter(SqlCatalog catalog, StarSql star) {
    this.catalog = catalog;
    this.cubeQueries = new CubeQueries(star);
  }

  /** A rewritten query, and what its rows are ordered by where that stood outside. */
  record Rewritten(SqlNode query, @Nullable SqlNodeList order) {}

  /** The cubes of the query, each with the query that stands for it. */
  List<CubeUse> uses() {
    return uses;
  }

  /** Which aggregate tables were used and why each other was not. */
  List<String> notes() {
    return cubeQueries.notes();
  }

  void decide(CubeUse use) {
    cubeQueries.decide(use);
  }

  /** Rewrites; the query tables that stand for cubes are made at the end by {@link #finish}. */
  Rewritten query(SqlNode node, Set<String> ctes, @Nullable SqlNodeList order) {
    if (node instanceof SqlOrderBy sorted) {
      Rewritten inner = query(sorted.query, ctes, sorted.orderList);
      SqlNodeList list = inner.order() == null ? sorted.orderList : inner.order();
      return new Rewritten(
          new SqlOrderBy(
              sorted.getParserPosition(), inner.query(), list, sorted.offset, sorted.fetch),
          order);
    }
    if (node instanceof SqlWith with) {
      return with(with, ctes, order);
    }
    if (node instanceof SqlSelect select) {
      SqlNodeList rewritten = new SelectRewriter(this, ctes).rewrite(select, order);
      return new Rewritten(select, rewritten);
    }
    if (node instanceof SqlCall call
        && Set.of(SqlKind.UNION, SqlKind.EXCEPT, SqlKind.INTERSECT).contains(node.getKind())) {
      List<SqlNode> operands = new ArrayList<>();
      for (SqlNode operand : call.getOperandList()) {
        operands.add(query(operand, ctes, null).query());
      }
      return new Rewritten(
          new SqlBasicCall(call.getOperator(), operands, call.getParserPosition()), order);
    }
    if (node.getKind() == SqlKind.VALUES) {
      return new Rewritten(values((SqlCall) node, ctes), order);
    }
    throw new SqlException(
        SqlParsing.place(node.getParserPosition()),
        node.getKind().sql + " is not answered here; write a SELECT");
  }

  private SqlNode values(SqlCall values, Set<String> ctes) {
    FromItems none = new FromItems(this, ctes);
    SqlNode rewritten = values;
    for (int i = 0; i < values.operandCount(); i++) {
      SqlNode row = values.operand(i).accept(new ExpressionRewriter(this, ctes, none, false));
      values.setOperand(i, row);
    }
    return rewritten;
  }

  private Rewritten with(SqlWith with, Set<String> ctes, @Nullable SqlNodeList order) {
    Set<String> known = new HashSet<>(ctes);
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode each : with.withList) {
      SqlWithItem item = (SqlWithItem) each;
      if (item.recursive.booleanValue()) {
        throw new SqlException(
            SqlParsing.place(item.getParserPosition()),
            "WITH RECURSIVE is not answered here, since such a query need not end; parent-child"
                + " hierarchies can be walked in MDX");
      }
      items.add(
          new SqlWithItem(
              item.getParserPosition(),
              item.name,
              item.columnList,
              query(item.query, known, null).query(),
              item.recursive));
      known.add(item.name.getSimple().toLowerCase(Locale.ROOT));
    }
    Rewritten body = query(with.body, known, order);
    return new Rewritten(
        new SqlWith(
            with.getParserPosition(),
            new SqlNodeList(items, with.withList.getParserPosition()),
            body.query()),
        body.order());
  }

  /** The cube of that name, null where the name is that of a table. */
  @Nullable CubeUse cube(SqlIdentifier name, String alias) {
    CubeView view = isIn(name, SqlTable.CUBES) ? catalog.cube(last(name)) : null;
    TableInfo table = isIn(name, SqlTable.STAR) ? catalog.table(last(name)) : null;
    if (view == null || (table != null && isNearer(last(name), table.name(), view.name()))) {
      return null;
    }
    CubeUse use = new CubeUse(uses.size(), alias, view, name.getParserPosition());
    uses.add(use);
    return use;
  }

  /** Of a table and a cube that are the same but for case, the one that is written as the name. */
  private static boolean isNearer(String name, String table, String cube) {
    return name.equals(table) && !name.equals(cube);
  }

  /** Whether a name may mean something of a schema: it names it, or no schema. */
  private boolean isIn(SqlIdentifier name, String schema) {
    int size = name.names.size();
    return size == 1
        || (size <= 3
            && name.names.get(size - 2).equalsIgnoreCase(schema)
            && (size == 2 || name.names.get(0).equalsIgnoreCase(catalog.name())));
  }

  private static String last(SqlIdentifier name) {
    return name.names.get(name.names.size() - 1);
  }

  SqlIdentifier identifier(CubeUse use) {
    return new SqlIdentifier(List.of(CUBES, use.tableName()), use.position);
  }

  /** The table of the star. */
  SqlIdentifier table(SqlIdentifier name) {
    TableInfo table = isIn(name, SqlTable.STAR) ? catalog.table(last(name)) : null;
    if (table == null) {
      throw new SqlException(
          SqlParsing.place(name.getParserPosition()),
          "there is no table or cube "
              + String.join(".", name.names)
              + " in catalog "
              + catalog.name()
              + Names.didYouMean(last(name), catalog.names()));
    }
    return new SqlIdentifier(List.of(STAR, table.name()), name.getParserPosition());
  }

  /** Makes the queries that stand for the cubes. */
  void finish() {
    uses.forEach(cubeQueries::build);
  }
}
