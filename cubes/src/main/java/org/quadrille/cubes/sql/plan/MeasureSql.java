package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.sql.view.CubeView;
import org.quadrille.cubes.sql.view.MeasureFormula;
import org.quadrille.cubes.sql.view.MeasureFormula.Constant;
import org.quadrille.cubes.sql.view.MeasureFormula.Product;
import org.quadrille.cubes.sql.view.MeasureFormula.Quotient;
import org.quadrille.cubes.sql.view.MeasureFormula.Stored;
import org.quadrille.cubes.sql.view.MeasureFormula.Sum;

/** The expressions that stand for a measure: over a group of facts, or of one fact. */
final class MeasureSql {
  private final CubeUse use;
  private final SqlParserPos at;

  MeasureSql(CubeUse use, SqlParserPos at) {
    this.use = use;
    this.at = at;
  }

  /**
   * The measure over the facts of a group.
   *
   * @param filter which facts count, null for all
   */
  SqlNode ofGroup(CubeView.Measure measure, @Nullable SqlNode filter) {
    SqlNode value = formula(measure.formula(), m -> aggregate(m, filter));
    return use.hides ? unlessHidden(value) : value;
  }

  /** The measure of one fact. */
  SqlNode ofFact(CubeView.Measure measure) {
    return formula(measure.formula(), this::ofFact);
  }

  /** How many facts a group has. */
  SqlNode countOfFacts() {
    SqlNode count =
        use.aggregate == null
            ? call(SqlStdOperatorTable.COUNT, SqlIdentifier.star(at))
            : zeroIfNull(call(SqlStdOperatorTable.SUM, column(CubeUse.FACTS)));
    return use.hides ? unlessHidden(count) : count;
  }

  private SqlNode unlessHidden(SqlNode value) {
    return when(
        call(
            SqlStdOperatorTable.EQUALS,
            call(SqlStdOperatorTable.COUNT, column(CubeUse.UNSEEN)),
            number("0")),
        value);
  }

  private SqlNode formula(MeasureFormula formula, Function<MeasureMember, SqlNode> stored) {
    if (formula instanceof Stored one) {
      return stored.apply(one.measure());
    }
    if (formula instanceof Constant constant) {
      return number(constant.value().toPlainString());
    }
    if (formula instanceof Sum sum) {
      return sum(sum, stored);
    }
    if (formula instanceof Product product) {
      return call(
          SqlStdOperatorTable.MULTIPLY,
          formula(product.left(), stored),
          formula(product.right(), stored));
    }
    Quotient quotient = (Quotient) formula;
    return call(
        SqlStdOperatorTable.DIVIDE,
        asDouble(formula(quotient.dividend(), stored)),
        call(
            SqlStdOperatorTable.NULLIF,
            asDouble(formula(quotient.divisor(), stored)),
            number("0")));
  }

  /** MDX: empty terms count as nothing, a sum of empty terms only is empty. */
  private SqlNode sum(Sum sum, Function<MeasureMember, SqlNode> stored) {
    List<SqlNode> values = new ArrayList<>();
    SqlNode total = null;
    for (MeasureFormula.Term term : sum.terms()) {
      SqlNode value = formula(term.value(), stored);
      boolean constant = term.value() instanceof Constant;
      if (!constant) {
        values.add(formula(term.value(), stored));
      }
      SqlNode safe = constant || sum.terms().size() == 1 ? value : zeroIfNull(value);
      if (total == null) {
        total = term.negative() ? call(SqlStdOperatorTable.UNARY_MINUS, safe) : safe;
      } else {
        total =
            call(
                term.negative() ? SqlStdOperatorTable.MINUS : SqlStdOperatorTable.PLUS,
                total,
                safe);
      }
    }
    if (total == null) {
      return SqlLiteral.createNull(at);
    }
    if (sum.terms().size() == 1 || values.size() < sum.terms().size()) {
      return total;
    }
    SqlNode any = null;
    for (SqlNode value : values) {
      SqlNode present = call(SqlStdOperatorTable.IS_NOT_NULL, value);
      any = any == null ? present : call(SqlStdOperatorTable.OR, any, present);
    }
    return when(java.util.Objects.requireNonNull(any), total);
  }

  private SqlNode aggregate(MeasureMember measure, @Nullable SqlNode filter) {
    SqlNode input = column(CubeUse.inputName(measure));
    if (use.repeated) {
      return once(measure, filter == null ? input : when(filter, input));
    }
    return switch (measure.aggregator()) {
      case SUM -> filtered(call(SqlStdOperatorTable.SUM, input), filter);
      case COUNT ->
          use.aggregate == null
              ? filtered(call(SqlStdOperatorTable.COUNT, input), filter)
              : zeroIfNull(filtered(call(SqlStdOperatorTable.SUM, input), filter));
      case MIN -> filtered(call(SqlStdOperatorTable.MIN, input), filter);
      case MAX -> filtered(call(SqlStdOperatorTable.MAX, input), filter);
      case AVG -> filtered(call(SqlStdOperatorTable.AVG, input), filter);
      case DISTINCT_COUNT -> filtered(distinct(input), filter);
    };
  }

  /** Each fact counts once in a group, however often a join brings it. */
  private SqlNode once(MeasureMember measure, SqlNode input) {
    SqlNode row = column(CubeUse.ROW);
    SqlNode counted = when(call(SqlStdOperatorTable.IS_NOT_NULL, input), row);
    return switch (measure.aggregator()) {
      case SUM -> call(SqlFunctions.SUM_ONCE, row, input);
      case COUNT -> distinct(counted);
      case MIN -> call(SqlStdOperatorTable.MIN, input);
      case MAX -> call(SqlStdOperatorTable.MAX, input);
      case AVG ->
          call(
              SqlStdOperatorTable.DIVIDE,
              asDouble(call(SqlFunctions.SUM_ONCE, row, input)),
              call(SqlStdOperatorTable.NULLIF, distinct(counted), number("0")));
      case DISTINCT_COUNT -> distinct(input);
    };
  }

  private SqlNode ofFact(MeasureMember measure) {
    SqlNode input = column(CubeUse.inputName(measure));
    return switch (measure.aggregator()) {
      case SUM, MIN, MAX, AVG -> input;
      case COUNT, DISTINCT_COUNT ->
          new SqlCase(
              at,
              null,
              SqlNodeList.of(call(SqlStdOperatorTable.IS_NOT_NULL, input)),
              SqlNodeList.of(number("1")),
              number("0"));
    };
  }

  private SqlNode filtered(SqlNode aggregate, @Nullable SqlNode filter) {
    return filter == null ? aggregate : call(SqlStdOperatorTable.FILTER, aggregate, filter);
  }

  private SqlNode distinct(SqlNode input) {
    return SqlStdOperatorTable.COUNT.createCall(
        SqlLiteral.createSymbol(SqlSelectKeyword.DISTINCT, at), at, input);
  }

  private SqlNode when(SqlNode condition, SqlNode value) {
    return new SqlCase(
        at, null, SqlNodeList.of(condition), SqlNodeList.of(value), SqlLiteral.createNull(at));
  }

  private SqlNode zeroIfNull(SqlNode value) {
    return call(SqlStdOperatorTable.COALESCE, value, number("0"));
  }

  private SqlNode asDouble(SqlNode value) {
    return call(
        SqlStdOperatorTable.CAST,
        value,
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.DOUBLE, at), at));
  }

  private SqlNode number(String text) {
    return text.startsWith("-")
        ? call(
            SqlStdOperatorTable.UNARY_MINUS, SqlLiteral.createExactNumeric(text.substring(1), at))
        : SqlLiteral.createExactNumeric(text, at);
  }

  private SqlNode call(SqlOperator operator, SqlNode... operands) {
    return operator.createCall(at, operands);
  }

  private SqlNode column(String name) {
    return new SqlIdentifier(List.of(use.alias, name), at);
  }
}
