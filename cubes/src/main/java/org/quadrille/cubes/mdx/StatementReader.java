package org.quadrille.cubes.mdx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.Formula.MemberFormula;
import org.quadrille.cubes.mdx.Formula.PropertyValue;
import org.quadrille.cubes.mdx.Formula.SetFormula;

/** Makes the syntax tree of a statement from ANTLR's. */
final class StatementReader {
  private final SourceText source;
  private final NameReader names;
  private final ExpressionReader expressions;

  StatementReader(SourceText source) {
    this.source = source;
    this.names = new NameReader(source);
    this.expressions = new ExpressionReader(source);
  }

  Statement statement(MdxGrammarParser.StatementContext ctx) {
    if (ctx.explained() != null) {
      Statement statement = explained(ctx.explained());
      return ctx.EXPLAIN() == null ? statement : new Statement.Explain(statement, place(ctx));
    }
    if (ctx.formula() != null) {
      return create(ctx);
    }
    Identifier name = names.identifier(ctx.identifier());
    requireCube(name);
    return new Statement.DropSession(ctx.SET() != null, name, place(ctx));
  }

  private Statement explained(MdxGrammarParser.ExplainedContext ctx) {
    return ctx.select() != null ? select(ctx.select()) : drillThrough(ctx.drillThrough());
  }

  private Statement create(MdxGrammarParser.StatementContext ctx) {
    Formula formula = formula(ctx.formula());
    List<Segment> segments = formula.name().segments();
    requireCube(formula.name());
    Identifier cube = new Identifier(segments.subList(0, 1));
    Identifier name = new Identifier(segments.subList(1, segments.size()));
    Formula own =
        formula instanceof MemberFormula member
            ? new MemberFormula(name, member.body(), member.properties(), member.place())
            : new SetFormula(name, formula.body(), formula.place());
    return new Statement.CreateSession(cube, own, place(ctx));
  }

  private static void requireCube(Identifier name) {
    if (name.segments().size() < 2) {
      throw new MdxException(
          name.place(),
          "The name of a session's member or set begins with its cube, such as [Sales]."
              + name.toMdx());
    }
  }

  private Statement.DrillThrough drillThrough(MdxGrammarParser.DrillThroughContext ctx) {
    return new Statement.DrillThrough(
        select(ctx.select()),
        ctx.maxRows == null ? null : wholeNumber(ctx.maxRows, 0),
        ctx.firstRow == null ? null : wholeNumber(ctx.firstRow, 1),
        identifiers(ctx.identifier()),
        place(ctx));
  }

  private Statement.Select select(MdxGrammarParser.SelectContext ctx) {
    List<Formula> formulas = new ArrayList<>();
    for (MdxGrammarParser.FormulaContext formula : ctx.formula()) {
      formulas.add(formula(formula));
    }
    List<Axis> axes = new ArrayList<>();
    for (MdxGrammarParser.AxisContext axis : ctx.axis()) {
      axes.add(axis(axis));
    }
    requireConsecutive(axes);
    List<Segment.Name> cellProperties = new ArrayList<>();
    for (MdxGrammarParser.PropertyNameContext name : ctx.propertyName()) {
      cellProperties.add(
          new Segment.Name(names.propertyName(name), name.QUOTED() != null, place(name)));
    }
    @Nullable Expression slicer = ctx.aliased() == null ? null : expressions.aliased(ctx.aliased());
    return new Statement.Select(
        formulas, axes, from(ctx.source()), slicer, cellProperties, place(ctx));
  }

  private Statement.Source from(MdxGrammarParser.SourceContext ctx) {
    return ctx.identifier() != null
        ? new Statement.CubeSource(names.identifier(ctx.identifier()))
        : new Statement.Subselect(select(ctx.select()));
  }

  private Axis axis(MdxGrammarParser.AxisContext ctx) {
    return new Axis(
        expressions.aliased(ctx.aliased()),
        ctx.NON() != null,
        ordinal(ctx.axisName()),
        identifiers(ctx.identifier()),
        place(ctx));
  }

  private int ordinal(MdxGrammarParser.AxisNameContext ctx) {
    if (ctx.NUMBER() != null) {
      return wholeNumber(ctx.NUMBER().getSymbol(), 0);
    }
    return switch (ctx.getStart().getType()) {
      case MdxGrammarParser.COLUMNS -> 0;
      case MdxGrammarParser.ROWS -> 1;
      case MdxGrammarParser.PAGES -> 2;
      case MdxGrammarParser.CHAPTERS -> 3;
      default -> 4;
    };
  }

  private static void requireConsecutive(List<Axis> axes) {
    Map<Integer, Axis> byOrdinal = new HashMap<>();
    for (Axis axis : axes) {
      if (byOrdinal.put(axis.ordinal(), axis) != null) {
        throw new MdxException(axis.place(), "Axis " + axis.ordinal() + " is given twice");
      }
    }
    for (Axis axis : axes) {
      if (axis.ordinal() > 0 && !byOrdinal.containsKey(axis.ordinal() - 1)) {
        throw new MdxException(
            axis.place(),
            "There is an axis "
                + axis.ordinal()
                + " but no axis "
                + (axis.ordinal() - 1)
                + ": axes are numbered from 0 (COLUMNS) without gaps");
      }
    }
  }

  private Formula formula(MdxGrammarParser.FormulaContext ctx) {
    if (ctx instanceof MdxGrammarParser.SetFormulaContext set) {
      return new SetFormula(names.identifier(set.identifier()), body(set.body()), place(ctx));
    }
    MdxGrammarParser.MemberFormulaContext member = (MdxGrammarParser.MemberFormulaContext) ctx;
    List<PropertyValue> properties = new ArrayList<>();
    for (int i = 0; i < member.propertyName().size(); i++) {
      MdxGrammarParser.PropertyNameContext name = member.propertyName(i);
      Expression value = expressions.visit(member.logic(i));
      properties.add(new PropertyValue(names.propertyName(name), value, place(name)));
    }
    return new MemberFormula(
        names.identifier(member.identifier()), body(member.body()), properties, place(ctx));
  }

  private Expression body(MdxGrammarParser.BodyContext ctx) {
    if (ctx.SINGLE_QUOTED() == null) {
      return expressions.aliased(ctx.aliased());
    }
    Token quoted = ctx.SINGLE_QUOTED().getSymbol();
    return MdxParser.parseQuotedBody(source.unquote(quoted.getStartIndex(), quoted.getStopIndex()));
  }

  private List<Identifier> identifiers(List<MdxGrammarParser.IdentifierContext> written) {
    List<Identifier> result = new ArrayList<>(written.size());
    for (MdxGrammarParser.IdentifierContext identifier : written) {
      result.add(names.identifier(identifier));
    }
    return result;
  }

  private int wholeNumber(Token token, int least) {
    try {
      if (token.getText().length() <= 20) {
        int value = new BigDecimal(token.getText()).intValueExact();
        if (value >= least) {
          return value;
        }
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw notWhole(token, least);
    }
    throw notWhole(token, least);
  }

  private MdxException notWhole(Token token, int least) {
    return new MdxException(
        source.at(token.getStartIndex()),
        "Expected a whole number of at least " + least + " but found " + token.getText());
  }

  private Place place(ParserRuleContext ctx) {
    return source.at(ctx.getStart().getStartIndex());
  }
}
