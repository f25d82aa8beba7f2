package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;

/**
 * The functions and operators that queries may use: those that the database is known to compute as
 * Calcite understands them. {@code docs/sql.md} lists them.
 */
final class SqlFunctions {
  /** A sum in which each row of a cube counts once: of the row's number and the value. */
  static final SqlAggFunction SUM_ONCE = new SumOnce();

  /** The quotient of whole numbers, cut off towards zero, as DuckDB writes it. */
  static final SqlOperator WHOLE_DIVIDE =
      new SqlBinaryOperator(
          "//", SqlKind.OTHER, 60, true, ReturnTypes.INTEGER_QUOTIENT_NULLABLE, null, null);

  private static final Set<String> STANDARD =
      Set.of(
          // aggregates
          "COUNT",
          "SUM",
          "AVG",
          "MIN",
          "MAX",
          "STDDEV",
          "STDDEV_POP",
          "STDDEV_SAMP",
          "VARIANCE",
          "VAR_POP",
          "VAR_SAMP",
          "COVAR_POP",
          "COVAR_SAMP",
          "REGR_COUNT",
          "REGR_SXX",
          "REGR_SYY",
          "EVERY",
          "ANY_VALUE",
          "APPROX_COUNT_DISTINCT",
          "PERCENTILE_CONT",
          "PERCENTILE_DISC",
          "MODE",
          "GROUPING",
          "GROUPING_ID",
          "BIT_AND",
          "BIT_OR",
          "BIT_XOR",
          // windows
          "ROW_NUMBER",
          "RANK",
          "DENSE_RANK",
          "PERCENT_RANK",
          "CUME_DIST",
          "NTILE",
          "LAG",
          "LEAD",
          "FIRST_VALUE",
          "LAST_VALUE",
          "NTH_VALUE",
          // numbers
          "ABS",
          "SQRT",
          "EXP",
          "LN",
          "LOG10",
          "POWER",
          "MOD",
          "ROUND",
          "SIGN",
          "FLOOR",
          "CEIL",
          "SIN",
          "COS",
          "TAN",
          "COT",
          "ASIN",
          "ACOS",
          "ATAN",
          "ATAN2",
          "DEGREES",
          "RADIANS",
          "PI",
          "CBRT",
          // texts
          "UPPER",
          "LOWER",
          "SUBSTRING",
          "TRIM",
          "POSITION",
          "CHAR_LENGTH",
          "CHARACTER_LENGTH",
          "REPLACE",
          "ASCII",
          // dates
          "EXTRACT",
          "YEAR",
          "QUARTER",
          "MONTH",
          "WEEK",
          "DAYOFYEAR",
          "DAYOFMONTH",
          "DAYOFWEEK",
          "HOUR",
          "MINUTE",
          "SECOND",
          "CURRENT_DATE",
          "CURRENT_TIMESTAMP",
          "LOCALTIMESTAMP",
          "LAST_DAY",
          // others
          "COALESCE",
          "NULLIF",
          "CAST");

  private static final Set<String> LIBRARY =
      Set.of(
          "LEFT",
          "RIGHT",
          "LPAD",
          "RPAD",
          "LTRIM",
          "RTRIM",
          "REVERSE",
          "REPEAT",
          "CONCAT",
          "CONCAT_WS",
          "GREATEST",
          "LEAST",
          "STARTS_WITH",
          "ENDS_WITH",
          "SPLIT_PART",
          "STRING_AGG",
          "BOOL_AND",
          "BOOL_OR",
          "ILIKE",
          "NOT ILIKE",
          "LENGTH",
          "CHR",
          "MAX_BY",
          "MIN_BY",
          "TRY_CAST",
          "SAFE_CAST",
          "||");

  /** Forms of the language that are operators to Calcite and are not let through. */
  private static final Set<SqlKind> REFUSED =
      Set.of(
          SqlKind.CURSOR,
          SqlKind.COLLECTION_TABLE,
          SqlKind.NEW_SPECIFICATION,
          SqlKind.NEXT_VALUE,
          SqlKind.CURRENT_VALUE,
          SqlKind.UNNEST,
          SqlKind.LATERAL,
          SqlKind.MATCH_RECOGNIZE,
          SqlKind.TABLESAMPLE,
          SqlKind.MULTISET_QUERY_CONSTRUCTOR,
          SqlKind.MULTISET_VALUE_CONSTRUCTOR,
          SqlKind.ARRAY_QUERY_CONSTRUCTOR,
          SqlKind.MAP_QUERY_CONSTRUCTOR,
          SqlKind.MAP_VALUE_CONSTRUCTOR,
          SqlKind.ARRAY_VALUE_CONSTRUCTOR,
          SqlKind.ITEM,
          SqlKind.SIMILAR,
          SqlKind.CONTAINS,
          SqlKind.PIVOT,
          SqlKind.UNPIVOT);

  private SqlFunctions() {}

  /** The functions and operators for the validator. */
  static SqlOperatorTable table() {
    List<SqlOperator> operators = new ArrayList<>();
    for (SqlOperator operator : SqlStdOperatorTable.instance().getOperatorList()) {
      if (isFunction(operator)
          ? STANDARD.contains(operator.getName())
          : !REFUSED.contains(operator.getKind())) {
        operators.add(operator);
      }
    }
    SqlOperatorTable libraries =
        SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
            SqlLibrary.POSTGRESQL, SqlLibrary.BIG_QUERY, SqlLibrary.SPARK);
    Set<String> names = new TreeSet<>();
    for (SqlOperator operator : libraries.getOperatorList()) {
      // Of several databases' functions of one name the first is meant, PostgreSQL's.
      if (LIBRARY.contains(operator.getName())
          && names.add(operator.getName() + operator.getSyntax())) {
        operators.add(operator);
      }
    }
    operators.add(SUM_ONCE);
    return new FunctionTable(operators);
  }

  private static boolean isFunction(SqlOperator operator) {
    return operator.getSyntax() == SqlSyntax.FUNCTION
        || operator.getSyntax() == SqlSyntax.FUNCTION_STAR
        || operator.getSyntax() == SqlSyntax.FUNCTION_ID
        || operator.getSyntax() == SqlSyntax.FUNCTION_ID_CONSTANT
        || operator.getSyntax() == SqlSyntax.ORDERED_FUNCTION;
  }

  /** Whether a form of the language is not answered. */
  static boolean isRefused(SqlKind kind) {
    return REFUSED.contains(kind);
  }

  /** Whether a name is that of an aggregate function. */
  static boolean isAggregate(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return SqlStdOperatorTable.instance().getOperatorList().stream()
            .anyMatch(o -> o.isAggregator() && o.getName().equals(upper) && !o.requiresOver())
        || Set.of("STRING_AGG", "BOOL_AND", "BOOL_OR", "MAX_BY", "MIN_BY").contains(upper);
  }

  /** All names that may stand before a parenthesis, in alphabetical order. */
  static List<String> names() {
    Set<String> names = new TreeSet<>(STANDARD);
    names.addAll(LIBRARY);
    names.removeAll(Set.of("||", "ILIKE", "NOT ILIKE"));
    names.add("AGGREGATE");
    return List.copyOf(names);
  }

  /** Written for DuckDB: the values of the distinct pairs of row and value, summed up. */
  private static final class SumOnce extends SqlAggFunction {
    SumOnce() {
      super(
          "$SUM_ONCE",
          null,
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.ARG1_NULLABLE,
          null,
          OperandTypes.ANY_ANY,
          SqlFunctionCategory.NUMERIC,
          false,
          false,
          Optionality.FORBIDDEN);
    }

    @Override
    public void unparse(SqlWriter writer, SqlCall call, int leftPrec, int rightPrec) {
      writer.print("list_sum(map_values(map_from_entries(list(DISTINCT (");
      call.operand(0).unparse(writer, 0, 0);
      writer.print(", ");
      call.operand(1).unparse(writer, 0, 0);
      writer.print(")) FILTER (WHERE ");
      call.operand(0).unparse(writer, 0, 0);
      writer.print(" IS NOT NULL))))");
      writer.setNeedWhitespace(true);
    }
  }
}
