package org.quadrille.cubes.sql.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.mdx.Expression;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.mdx.MdxParser;
import org.quadrille.cubes.mdx.Segment;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.schema.CalculatedMember;
import org.quadrille.cubes.sql.view.MeasureFormula.Constant;
import org.quadrille.cubes.sql.view.MeasureFormula.Product;
import org.quadrille.cubes.sql.view.MeasureFormula.Quotient;
import org.quadrille.cubes.sql.view.MeasureFormula.Stored;
import org.quadrille.cubes.sql.view.MeasureFormula.Sum;
import org.quadrille.cubes.sql.view.MeasureFormula.Term;

/** Reads the formulas of calculated measures that are arithmetic over measures. */
final class FormulaReader {
  private static final int DEPTH = 50;

  private final Map<String, MeasureMember> stored = new HashMap<>();
  private final Map<String, CalculatedMember> calculated = new HashMap<>();

  /** A formula that is more than arithmetic over measures; the message says by what. */
  static final class NotArithmetic extends Exception {
    private static final long serialVersionUID = 1L;

    NotArithmetic(String message) {
      super(message);
    }
  }

  FormulaReader(Cube cube) {
    for (MeasureMember measure : cube.measures()) {
      stored.put(key(measure.name()), measure);
    }
    for (CalculatedMember member : cube.definition().calculatedMembers()) {
      if (isMeasure(member)) {
        calculated.put(key(member.name()), member);
      }
    }
  }

  static boolean isMeasure(CalculatedMember member) {
    return member.hierarchy().equalsIgnoreCase("[Measures]") && member.parent() == null;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The formula of a calculated measure. */
  MeasureFormula read(CalculatedMember member) throws NotArithmetic {
    return calculated(member, 0);
  }

  private MeasureFormula calculated(CalculatedMember member, int depth) throws NotArithmetic {
    if (depth > DEPTH) {
      throw new NotArithmetic("it refers to itself or is nested too deeply");
    }
    try {
      return of(MdxParser.parseExpression(member.formula()), depth + 1);
    } catch (MdxException e) {
      throw new NotArithmetic("its formula cannot be read: " + e.getMessage());
    }
  }

  private MeasureFormula of(Expression expression, int depth) throws NotArithmetic {
    if (depth > DEPTH) {
      throw new NotArithmetic("it refers to itself or is nested too deeply");
    }
    if (expression instanceof Expression.NumberLiteral number) {
      return new Constant(number.value());
    }
    if (expression instanceof Expression.Identifier name) {
      return measure(name, depth);
    }
    if (expression instanceof Expression.Call call) {
      MeasureFormula arithmetic = arithmetic(call, depth);
      if (arithmetic != null) {
        return arithmetic;
      }
    }
    throw new NotArithmetic(expression.toMdx() + " is no arithmetic over measures");
  }

  private @Nullable MeasureFormula arithmetic(Expression.Call call, int depth)
      throws NotArithmetic {
    List<Expression> arguments = call.arguments();
    if (call.syntax() == Syntax.PARENTHESES && arguments.size() == 1) {
      return of(arguments.get(0), depth + 1);
    }
    if (call.syntax() == Syntax.PREFIX && call.name().equals("-")) {
      return new Sum(List.of(new Term(of(arguments.get(0), depth + 1), true)));
    }
    if (call.syntax() != Syntax.INFIX || arguments.size() != 2) {
      return null;
    }
    MeasureFormula left = of(arguments.get(0), depth + 1);
    MeasureFormula right = of(arguments.get(1), depth + 1);
    return switch (call.name()) {
      case "+" -> sum(left, right, false);
      case "-" -> sum(left, right, true);
      case "*" -> new Product(left, right);
      case "/" -> new Quotient(left, right);
      default -> null;
    };
  }

  /** Sums of sums become one, so that each term is written a fixed number of times. */
  private static Sum sum(MeasureFormula left, MeasureFormula right, boolean negative) {
    List<Term> terms = new ArrayList<>();
    add(terms, left, false);
    add(terms, right, negative);
    return new Sum(terms);
  }

  private static void add(List<Term> terms, MeasureFormula value, boolean negative) {
    if (value instanceof Sum sum) {
      sum.terms().forEach(t -> terms.add(new Term(t.value(), t.negative() != negative)));
    } else {
      terms.add(new Term(value, negative));
    }
  }

  private MeasureFormula measure(Expression.Identifier name, int depth) throws NotArithmetic {
    List<Segment> segments = name.segments();
    boolean qualified =
        segments.size() == 2
            && segments.get(0) instanceof Segment.Name first
            && first.name().equalsIgnoreCase("Measures");
    if ((qualified || segments.size() == 1)
        && segments.get(segments.size() - 1) instanceof Segment.Name last) {
      MeasureMember measure = stored.get(key(last.name()));
      if (measure != null) {
        return new Stored(measure);
      }
      CalculatedMember member = calculated.get(key(last.name()));
      if (member != null) {
        return calculated(member, depth + 1);
      }
    }
    throw new NotArithmetic(name.toMdx() + " is no measure of the cube");
  }
}
