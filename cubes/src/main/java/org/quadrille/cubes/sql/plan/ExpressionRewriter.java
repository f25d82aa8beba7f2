package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.schema.Aggregator;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.view.CubeView;
import org.quadrille.cubes.sql.view.MeasureFormula;

/**
 * Replaces the measures in the clauses of one SELECT by their expressions. It runs twice: first it
 * notes what is used of each cube, then, once it is decided what stands for the facts, it writes.
 */
final class ExpressionRewriter extends SqlShuttle {
  static final String AGGREGATE = "AGGREGATE";

  private final QueryRewriter queries;
  private final Set<String> ctes;
  private final FromItems items;
  private final boolean collecting;
  private Position position = Position.FACT;
  private @Nullable String function;

  /** Where an expression stands. */
  enum Position {
    /** It is computed for a group: a measure is that of the group. */
    GROUP,
    /** It is computed for a fact: a measure is what the fact has of it. */
    FACT,
    /** It is an argument of an aggregate, computed for a fact. */
    ARGUMENT
  }

  ExpressionRewriter(QueryRewriter queries, Set<String> ctes, FromItems items, boolean collecting) {
    this.queries = queries;
    this.ctes = ctes;
    this.items = items;
    this.collecting = collecting;
  }

  /** Rewrites all clauses but FROM; gives the rewritten order. */
  @Nullable SqlNodeList rewriteAll(SqlSelect select, @Nullable SqlNodeList order, boolean grouped) {
    Position outer = SelectRewriter.position(grouped);
    SqlNodeList list = items(select.getSelectList(), outer);
    SqlNode where = in(Position.FACT, select.getWhere());
    SqlNode having = in(outer, select.getHaving());
    SqlNode qualify = in(outer, select.getQualify());
    SqlNodeList group = (SqlNodeList) in(Position.FACT, select.getGroup());
    SqlNodeList windows = (SqlNodeList) in(outer, select.getWindowList());
    SqlNodeList own = (SqlNodeList) in(outer, select.getOrderList());
    items.conditions().forEach(c -> c.rewrite(n -> in(Position.FACT, n), collecting));
    SqlNodeList outerOrder = (SqlNodeList) in(outer, order);
    if (!collecting) {
      select.setSelectList(list);
      select.setWhere(where);
      select.setHaving(having);
      select.setQualify(qualify);
      select.setGroupBy(group);
      if (windows != null) {
        select.setOperand(6, windows);
      }
      select.setOrderBy(own);
    }
    return outerOrder;
  }

  /** The select list; a measure alone keeps its name. */
  private SqlNodeList items(SqlNodeList list, Position outer) {
    List<SqlNode> rewritten = new ArrayList<>();
    for (SqlNode item : list) {
      SqlNode node = java.util.Objects.requireNonNull(in(outer, item));
      SqlIdentifier measure = collecting ? null : aloneMeasure(item);
      if (measure != null) {
        FromItems.Found named = items.measure(measure);
        String name = named == null ? last(measure) : named.measure().name();
        node =
            SqlStdOperatorTable.AS.createCall(
                item.getParserPosition(), node, new SqlIdentifier(name, item.getParserPosition()));
      }
      rewritten.add(node);
    }
    return new SqlNodeList(rewritten, list.getParserPosition());
  }

  private @Nullable SqlIdentifier aloneMeasure(SqlNode item) {
    SqlNode inner = item;
    if (item instanceof SqlCall call && isAggregate(call) && call.operandCount() == 1) {
      inner = call.operand(0);
    }
    return inner instanceof SqlIdentifier id && items.measure(id) != null ? id : null;
  }

  private @Nullable SqlNode in(Position where, @Nullable SqlNode node) {
    Position before = position;
    position = where;
    SqlNode rewritten = node == null ? null : node.accept(this);
    position = before;
    return rewritten;
  }

  private static boolean isAggregate(SqlCall call) {
    return call.getOperator().getName().equalsIgnoreCase(AGGREGATE);
  }

  private static String last(SqlIdentifier id) {
    return id.names.get(id.names.size() - 1);
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    if (call.isA(SqlKind.QUERY)) {
      return collecting ? call : queries.query(call, ctes, null).query();
    }
    if (SqlFunctions.isRefused(call.getKind())) {
      throw refuse(call, call.getOperator().getName() + " is not answered here");
    }
    if (isAggregate(call)) {
      return aggregate(call, null);
    }
    switch (call.getKind()) {
      case OVER:
        return over(call);
      case FILTER:
        return filter(call);
      case AS:
        return as(call);
      default:
        break;
    }
    if (isAggregateFunction(call) && position == Position.GROUP) {
      return function(call);
    }
    return super.visit(call);
  }

  private static boolean isAggregateFunction(SqlCall call) {
    return SqlFunctions.isAggregate(call.getOperator().getName());
  }

  /** An alias is no column. */
  private SqlNode as(SqlCall call) {
    List<SqlNode> operands = new ArrayList<>(call.getOperandList());
    operands.set(0, call.operand(0).accept(this));
    return call.getOperator().createCall(call.getParserPosition(), operands);
  }

  private SqlNode aggregate(SqlCall call, @Nullable SqlNode filter) {
    if (call.operandCount() != 1 || !(call.operand(0) instanceof SqlIdentifier id)) {
      throw refuse(call, "AGGREGATE takes the name of a measure, such as AGGREGATE(\"Sales\")");
    }
    FromItems.Found found = items.measure(id);
    if (found == null) {
      throw refuse(id, noMeasure(id));
    }
    if (position != Position.GROUP) {
      throw refuse(
          call,
          "AGGREGATE may stand in SELECT, HAVING and ORDER BY, not in WHERE, GROUP BY, ON or"
              + " another aggregate; keep groups by HAVING");
    }
    return ofGroup(found, filter, id.getParserPosition());
  }

  private String noMeasure(SqlIdentifier id) {
    for (CubeUse use : items.cubes()) {
      String refusal = use.view.refusal(last(id));
      if (refusal != null) {
        return refusal(use, last(id), refusal);
      }
    }
    List<String> names =
        items.cubes().stream()
            .flatMap(u -> u.view.measures().stream())
            .map(CubeView.Measure::name)
            .toList();
    return last(id) + " is no measure of a cube in FROM" + Names.didYouMean(last(id), names);
  }

  private static String refusal(CubeUse use, String name, String reason) {
    return "the measure "
        + name
        + " of "
        + use.view.name()
        + " cannot be used in SQL: "
        + reason
        + "; ask for it by MDX";
  }

  private SqlNode ofGroup(FromItems.Found found, @Nullable SqlNode filter, SqlParserPos at) {
    found.use().measures.addAll(found.measure().formula().stored());
    return new MeasureSql(found.use(), at).ofGroup(found.measure(), filter);
  }

  /** A window function: its arguments stand where it stands, though it looks like an aggregate. */
  private SqlNode over(SqlCall call) {
    SqlCall windowed = call.operand(0);
    if (isAggregate(windowed)) {
      throw refuse(
          call, "AGGREGATE cannot have OVER; put it inside: SUM(AGGREGATE(\"Sales\")) OVER (…)");
    }
    List<SqlNode> arguments = new ArrayList<>();
    for (SqlNode argument : windowed.getOperandList()) {
      arguments.add(argument == null ? null : argument.accept(this));
    }
    SqlNode inner =
        new SqlBasicCall(
            windowed.getOperator(),
            arguments,
            windowed.getParserPosition(),
            windowed.getFunctionQuantifier());
    SqlNode window = call.operand(1);
    return call.getOperator()
        .createCall(
            call.getParserPosition(),
            inner,
            window instanceof SqlWindow ? super.visit((SqlCall) window) : window);
  }

  private SqlNode filter(SqlCall call) {
    SqlNode condition = in(Position.ARGUMENT, call.operand(1));
    if (call.operand(0) instanceof SqlCall inner && isAggregate(inner)) {
      return aggregate(inner, condition);
    }
    SqlNode value = call.operand(0).accept(this);
    return call.getOperator().createCall(call.getParserPosition(), value, condition);
  }

  /** An aggregate function in a group: over a measure it is the measure where that is the same. */
  private SqlNode function(SqlCall call) {
    String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
    boolean plain = call.getFunctionQuantifier() == null && call.operandCount() == 1;
    if (plain && call.operand(0) instanceof SqlIdentifier id) {
      if (id.isStar() && items.size() == 1 && items.cubes().size() == 1) {
        CubeUse use = items.cubes().get(0);
        use.counted = true;
        return new MeasureSql(use, call.getParserPosition()).countOfFacts();
      }
      FromItems.Found found = id.isStar() ? null : items.measure(id);
      if (found != null && isSame(name, found.measure().formula())) {
        return ofGroup(found, null, id.getParserPosition());
      }
    }
    Position before = position;
    String outer = function;
    position = Position.ARGUMENT;
    function = name;
    SqlNode rewritten = super.visit(call);
    position = before;
    function = outer;
    return java.util.Objects.requireNonNull(rewritten);
  }

  private static boolean isSame(String function, MeasureFormula formula) {
    if (!(formula instanceof MeasureFormula.Stored stored)) {
      return function.equals("SUM") && formula.isAdditive();
    }
    Aggregator aggregator = stored.measure().aggregator();
    return switch (function) {
      case "SUM" -> aggregator == Aggregator.SUM || aggregator == Aggregator.COUNT;
      case "MIN" -> aggregator == Aggregator.MIN;
      case "MAX" -> aggregator == Aggregator.MAX;
      case "AVG" -> aggregator == Aggregator.AVG;
      default -> false;
    };
  }

  @Override
  public @Nullable SqlNode visit(SqlIdentifier id) {
    if (id.isStar()) {
      return id;
    }
    FromItems.Found found = items.measure(id);
    if (found == null) {
      refuseHidden(id);
      return items.shortened(id);
    }
    if (position == Position.GROUP) {
      return ofGroup(found, null, id.getParserPosition());
    }
    CubeUse use = found.use();
    if (position == Position.ARGUMENT) {
      checkArgument(id, found);
    }
    List<MeasureMember> stored = found.measure().formula().stored();
    use.measures.addAll(stored);
    use.factByFact = true;
    return new MeasureSql(use, id.getParserPosition()).ofFact(found.measure());
  }

  /** Of single facts only what they add to a measure has a meaning inside an aggregate. */
  private void checkArgument(SqlIdentifier id, FromItems.Found found) {
    MeasureFormula formula = found.measure().formula();
    boolean stored =
        formula instanceof MeasureFormula.Stored one
            && one.measure().aggregator() != Aggregator.DISTINCT_COUNT;
    if (!stored && !formula.isAdditive()) {
      throw refuse(
          id,
          (function == null ? "an aggregate" : function)
              + " of the measure "
              + last(id)
              + " has no meaning, since its values do not add up; write AGGREGATE(\""
              + last(id)
              + "\")");
    }
  }

  private void refuseHidden(SqlIdentifier id) {
    String name = last(id);
    if (name.startsWith(CubeUse.HIDDEN)
        && items.cubes().stream().anyMatch(u -> u.view.column(name) == null)) {
      throw refuse(id, "there is no column " + name);
    }
    for (CubeUse use : items.cubes()) {
      String refusal = use.view.refusal(name);
      if (refusal != null && (id.names.size() == 1 || items.isAlias(id, use))) {
        throw refuse(id, refusal(use, name, refusal));
      }
    }
  }

  private static SqlException refuse(SqlNode at, String message) {
    return new SqlException(SqlParsing.place(at.getParserPosition()), message);
  }
}
