package org.quadrille.cubes.mdx;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.quadrille.cubes.mdx.Expression.Call;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.Expression.NullLiteral;
import org.quadrille.cubes.mdx.Expression.NumberLiteral;
import org.quadrille.cubes.mdx.Expression.Omitted;
import org.quadrille.cubes.mdx.Expression.StringLiteral;

/** Makes the syntax tree of an expression from ANTLR's. */
final class ExpressionReader extends MdxGrammarBaseVisitor<Expression> {
  private static final int MOST_DIGITS = 400;

  private final SourceText source;
  private final NameReader names;

  ExpressionReader(SourceText source) {
    this.source = source;
    this.names = new NameReader(source);
  }

  Expression aliased(MdxGrammarParser.AliasedContext ctx) {
    Expression value = visit(ctx.logic());
    if (ctx.AS() == null) {
      return value;
    }
    Segment alias =
        ctx.name() != null
            ? names.plain(ctx.name())
            : names.quoted(ctx.QUOTED().getSymbol(), ctx.QUOTED().getText());
    Identifier name = new Identifier(List.of(alias));
    return new Call("AS", Syntax.INFIX, List.of(value, name), place(ctx));
  }

  @Override
  public Expression visitAliased(MdxGrammarParser.AliasedContext ctx) {
    return aliased(ctx);
  }

  @Override
  public Expression visitNotLogic(MdxGrammarParser.NotLogicContext ctx) {
    return prefix("NOT", visit(ctx.logic()), ctx);
  }

  @Override
  public Expression visitAndLogic(MdxGrammarParser.AndLogicContext ctx) {
    return logicChain(ctx);
  }

  @Override
  public Expression visitOrLogic(MdxGrammarParser.OrLogicContext ctx) {
    return logicChain(ctx);
  }

  /** A chain of operators leans to the left; it is walked without recursion, as it may be long. */
  private Expression logicChain(MdxGrammarParser.LogicContext last) {
    Place place = place(last);
    Deque<MdxGrammarParser.LogicContext> chain = new ArrayDeque<>();
    MdxGrammarParser.LogicContext left = last;
    while (!logicOperands(left).isEmpty()) {
      chain.push(left);
      left = logicOperands(left).get(0);
    }
    Expression result = visit(left);
    for (MdxGrammarParser.LogicContext link : chain) {
      String name = link instanceof MdxGrammarParser.OrLogicContext or ? upper(or.op) : "AND";
      result = infix(name, result, visit(logicOperands(link).get(1)), place);
    }
    return result;
  }

  /** The two operands of AND, OR and XOR; nothing for other forms. */
  private static List<MdxGrammarParser.LogicContext> logicOperands(
      MdxGrammarParser.LogicContext ctx) {
    if (ctx instanceof MdxGrammarParser.AndLogicContext and) {
      return and.logic();
    }
    return ctx instanceof MdxGrammarParser.OrLogicContext or ? or.logic() : List.of();
  }

  @Override
  public Expression visitPrefixValue(MdxGrammarParser.PrefixValueContext ctx) {
    return prefix(upper(ctx.op), visit(ctx.value()), ctx);
  }

  @Override
  public Expression visitComparison(MdxGrammarParser.ComparisonContext ctx) {
    Place place = place(ctx);
    Expression left = visit(ctx.value());
    for (MdxGrammarParser.ComparisonTailContext tail : ctx.comparisonTail()) {
      left = compare(left, tail, place);
    }
    return left;
  }

  private Expression compare(
      Expression left, MdxGrammarParser.ComparisonTailContext tail, Place place) {
    if (tail.EMPTY() != null) {
      return new Call("IS EMPTY", Syntax.POSTFIX, List.of(left), place);
    }
    Expression right = visit(tail.value());
    if (tail.IS() != null && right instanceof NullLiteral) {
      return new Call("IS NULL", Syntax.POSTFIX, List.of(left), place);
    }
    Expression call = infix(upper(tail.op), left, right, place);
    return tail.NOT() == null ? call : new Call("NOT", Syntax.PREFIX, List.of(call), place);
  }

  @Override
  public Expression visitInfixValue(MdxGrammarParser.InfixValueContext last) {
    Place place = place(last);
    Deque<MdxGrammarParser.InfixValueContext> chain = new ArrayDeque<>();
    MdxGrammarParser.ValueContext left = last;
    while (left instanceof MdxGrammarParser.InfixValueContext link) {
      chain.push(link);
      left = link.value(0);
    }
    Expression result = visit(left);
    for (MdxGrammarParser.InfixValueContext link : chain) {
      result = infix(upper(link.op), result, visit(link.value(1)), place);
    }
    return result;
  }

  @Override
  public Expression visitRange(MdxGrammarParser.RangeContext ctx) {
    Expression result = visit(ctx.primary(0));
    for (int i = 1; i < ctx.primary().size(); i++) {
      result = infix(":", result, visit(ctx.primary(i)), place(ctx));
    }
    return result;
  }

  @Override
  public Expression visitPrimary(MdxGrammarParser.PrimaryContext ctx) {
    if (ctx.NUMBER() != null) {
      return number(ctx.NUMBER().getSymbol());
    }
    if (ctx.step().isEmpty()) {
      return visit(ctx.atom());
    }
    List<Segment> chain = new ArrayList<>();
    Expression object = null;
    if (ctx.atom() instanceof MdxGrammarParser.NamedContext named) {
      chain.add(names.first(named.firstSegment()));
    } else {
      object = visit(ctx.atom());
    }
    for (MdxGrammarParser.StepContext step : ctx.step()) {
      if (object == null && step.segment() != null) {
        chain.add(names.segment(step.segment()));
      } else {
        object = step(object == null ? new Identifier(chain) : object, step, ctx);
      }
    }
    return object == null ? new Identifier(chain) : object;
  }

  private Expression step(
      Expression object, MdxGrammarParser.StepContext step, ParserRuleContext whole) {
    if (step.segment() != null) {
      String name = names.segment(step.segment()).toMdx();
      return new Call(name, Syntax.PROPERTY, List.of(object), place(whole));
    }
    List<Expression> arguments = new ArrayList<>();
    arguments.add(object);
    arguments.addAll(arguments(step.arguments()));
    return new Call(step.word().getText(), Syntax.METHOD, arguments, place(whole));
  }

  private List<Expression> arguments(MdxGrammarParser.ArgumentsContext ctx) {
    List<MdxGrammarParser.ArgumentContext> written = ctx.argument();
    if (written.size() == 1 && written.get(0).aliased() == null) {
      return List.of();
    }
    List<Expression> arguments = new ArrayList<>(written.size());
    for (MdxGrammarParser.ArgumentContext argument : written) {
      arguments.add(
          argument.aliased() == null
              ? new Omitted(source.at(argument.getStart().getStartIndex()))
              : aliased(argument.aliased()));
    }
    return arguments;
  }

  @Override
  public Expression visitParentheses(MdxGrammarParser.ParenthesesContext ctx) {
    return new Call("()", Syntax.PARENTHESES, visitAll(ctx.aliased()), place(ctx));
  }

  @Override
  public Expression visitBraces(MdxGrammarParser.BracesContext ctx) {
    return new Call("{}", Syntax.BRACES, visitAll(ctx.aliased()), place(ctx));
  }

  @Override
  public Expression visitCaseOf(MdxGrammarParser.CaseOfContext ctx) {
    String name = ctx.subject == null ? "_CaseTest" : "_CaseMatch";
    return new Call(name, Syntax.CASE, visitAll(ctx.logic()), place(ctx));
  }

  @Override
  public Expression visitCastTo(MdxGrammarParser.CastToContext ctx) {
    Identifier type = new Identifier(List.of(names.plain(ctx.word())));
    return new Call("Cast", Syntax.CAST, List.of(visit(ctx.logic()), type), place(ctx));
  }

  @Override
  public Expression visitFunction(MdxGrammarParser.FunctionContext ctx) {
    return new Call(ctx.name().getText(), Syntax.FUNCTION, arguments(ctx.arguments()), place(ctx));
  }

  @Override
  public Expression visitString(MdxGrammarParser.StringContext ctx) {
    Token token = ctx.getStart();
    String value = source.unquote(token.getStartIndex(), token.getStopIndex()).text();
    return new StringLiteral(value, place(ctx));
  }

  @Override
  public Expression visitNothing(MdxGrammarParser.NothingContext ctx) {
    return new NullLiteral(place(ctx));
  }

  @Override
  public Expression visitNamed(MdxGrammarParser.NamedContext ctx) {
    return new Identifier(List.of(names.first(ctx.firstSegment())));
  }

  private Expression number(Token token) {
    Place place = source.at(token.getStartIndex());
    String digits = token.getText();
    if (digits.length() <= MOST_DIGITS) {
      try {
        BigDecimal value = new BigDecimal(digits);
        if (Double.isFinite(value.doubleValue())) {
          return new NumberLiteral(value, place);
        }
      } catch (NumberFormatException e) {
        throw tooLarge(place);
      }
    }
    throw tooLarge(place);
  }

  private static MdxException tooLarge(Place place) {
    return new MdxException(place, "The number is too large or has too many digits");
  }

  private List<Expression> visitAll(List<? extends ParserRuleContext> parts) {
    List<Expression> result = new ArrayList<>(parts.size());
    for (ParserRuleContext part : parts) {
      result.add(visit(part));
    }
    return result;
  }

  private static Expression infix(String name, Expression left, Expression right, Place place) {
    return new Call(name, Syntax.INFIX, List.of(left, right), place);
  }

  private Expression prefix(String name, Expression operand, ParserRuleContext whole) {
    return new Call(name, Syntax.PREFIX, List.of(operand), place(whole));
  }

  private static String upper(Token operator) {
    return operator.getText().toUpperCase(Locale.ROOT);
  }

  private Place place(ParserRuleContext ctx) {
    return source.at(ctx.getStart().getStartIndex());
  }
}
