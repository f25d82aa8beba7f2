package org.quadrille.cubes.sql.plan;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlException;

/** Refuses trees that would take long to validate or deep recursion to walk. */
final class TreeLimit extends SqlBasicVisitor<@Nullable Void> {
  private static final int CALLS = 20_000;
  private static final int DEPTH = 200;

  private int calls;
  private int depth;

  private TreeLimit() {}

  static void check(SqlNode node) {
    node.accept(new TreeLimit());
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (++calls > CALLS) {
      throw new SqlException(null, "the query is too large: more than " + CALLS + " operations");
    }
    if (++depth > DEPTH) {
      throw new SqlException(
          SqlParsing.place(call.getParserPosition()),
          "the query is nested too deeply: more than " + DEPTH + " levels");
    }
    Void result = super.visit(call);
    depth--;
    return result;
  }
}
