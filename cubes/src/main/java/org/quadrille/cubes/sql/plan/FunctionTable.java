package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.jspecify.annotations.Nullable;

/** A fixed set of functions and operators, found by name and by how they are written. */
final class FunctionTable implements SqlOperatorTable {
  private final List<SqlOperator> operators;
  private final Map<String, List<SqlOperator>> byName = new HashMap<>();

  FunctionTable(List<SqlOperator> operators) {
    this.operators = List.copyOf(operators);
    for (SqlOperator operator : operators) {
      byName
          .computeIfAbsent(operator.getName().toUpperCase(Locale.ROOT), n -> new ArrayList<>())
          .add(operator);
    }
  }

  @Override
  public void lookupOperatorOverloads(
      SqlIdentifier name,
      @Nullable SqlFunctionCategory category,
      SqlSyntax syntax,
      List<SqlOperator> found,
      SqlNameMatcher matcher) {
    if (!name.isSimple()) {
      return;
    }
    for (SqlOperator operator :
        byName.getOrDefault(name.getSimple().toUpperCase(Locale.ROOT), List.of())) {
      if (family(operator.getSyntax()) == family(syntax)) {
        found.add(operator);
      }
    }
  }

  /** COUNT is written with a star or like any other function. */
  private static SqlSyntax family(SqlSyntax syntax) {
    return syntax == SqlSyntax.FUNCTION_STAR ? SqlSyntax.FUNCTION : syntax.family;
  }

  @Override
  public List<SqlOperator> getOperatorList() {
    return operators;
  }
}
