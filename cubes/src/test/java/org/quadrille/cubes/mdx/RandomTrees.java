package org.quadrille.cubes.mdx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.quadrille.cubes.mdx.Expression.Call;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.Expression.NullLiteral;
import org.quadrille.cubes.mdx.Expression.NumberLiteral;
import org.quadrille.cubes.mdx.Expression.Omitted;
import org.quadrille.cubes.mdx.Expression.StringLiteral;
import org.quadrille.cubes.mdx.Formula.MemberFormula;
import org.quadrille.cubes.mdx.Formula.PropertyValue;
import org.quadrille.cubes.mdx.Formula.SetFormula;

/** Random syntax trees, made from a seed; operands are not put in parentheses. */
final class RandomTrees {
  private static final Place AT = Place.START;
  private static final List<String> INFIX =
      List.of(
          "AND", "OR", "XOR", "+", "-", "||", "*", "/", ":", "=", "<>", "<", "<=", ">", ">=", "IS",
          "IN", "MATCHES");
  private static final List<String> WORDS =
      List.of("Store", "x", "Time", "Members", "Order", "Axis", "Member", "Größe", "_a1", "Set");
  private static final List<String> TEXTS =
      List.of("", "a b", "]", "x]]y", "'", "\"", "''\"\"", "*[x", "商店", "a\nb", "--", "/*", "&");

  private final Random random;

  RandomTrees(long seed) {
    this.random = new Random(seed);
  }

  Statement statement() {
    return switch (random.nextInt(6)) {
      case 0 ->
          new Statement.DrillThrough(
              select(),
              random.nextBoolean() ? random.nextInt(100) : null,
              random.nextBoolean() ? 1 + random.nextInt(100) : null,
              identifiers(),
              AT);
      case 1 -> new Statement.Explain(select(), AT);
      case 2 -> new Statement.CreateSession(new Identifier(List.of(segment(true))), formula(), AT);
      case 3 ->
          new Statement.DropSession(
              random.nextBoolean(), new Identifier(List.of(segment(true), segment(false))), AT);
      default -> select();
    };
  }

  private Statement.Select select() {
    List<Formula> formulas = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      formulas.add(formula());
    }
    List<Axis> axes = new ArrayList<>();
    for (int i = random.nextInt(7); i > 0; i--) {
      axes.add(new Axis(expression(3), random.nextBoolean(), i - 1, identifiers(), AT));
    }
    return new Statement.Select(
        formulas,
        axes,
        random.nextInt(4) == 0
            ? new Statement.Subselect(select())
            : new Statement.CubeSource(identifier()),
        random.nextBoolean() ? expression(3) : null,
        random.nextBoolean()
            ? Stream.of("VALUE", "a b", "on", "Größe")
                .map(name -> new Segment.Name(name, true, AT))
                .toList()
            : List.of(),
        AT);
  }

  private Formula formula() {
    Expression body = expression(4);
    if (random.nextBoolean()) {
      return new SetFormula(identifier(), body, AT);
    }
    List<PropertyValue> properties = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      properties.add(new PropertyValue("P" + i, expression(2), AT));
    }
    return new MemberFormula(identifier(), body, properties, AT);
  }

  Expression expression(int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf();
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> infix(depth);
      case 3 -> call(pick(List.of("NOT", "-", "EXISTING")), Syntax.PREFIX, list(1, depth));
      case 4 -> call(pick(List.of("IS NULL", "IS EMPTY")), Syntax.POSTFIX, list(1, depth));
      case 5 -> call(pick(WORDS), Syntax.FUNCTION, arguments(depth));
      case 6 -> onObject(depth);
      case 7 -> call("{}", Syntax.BRACES, list(random.nextInt(4), depth));
      case 8 -> call("()", Syntax.PARENTHESES, list(random.nextInt(4), depth));
      default -> form(depth);
    };
  }

  private Expression infix(int depth) {
    String name = pick(INFIX);
    List<Expression> operands = list(2, depth);
    // x IS NULL is a form of its own
    return name.equals("IS") && operands.get(1) instanceof NullLiteral
        ? call("IS NULL", Syntax.POSTFIX, operands.subList(0, 1))
        : call(name, Syntax.INFIX, operands);
  }

  private Expression onObject(int depth) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(expression(depth - 1));
    if (arguments.get(0) instanceof Identifier || random.nextBoolean()) {
      arguments.addAll(arguments(depth));
      return call(pick(WORDS), Syntax.METHOD, arguments);
    }
    return call(segment(false).toMdx(), Syntax.PROPERTY, arguments);
  }

  private Expression form(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> call("_CaseTest", Syntax.CASE, list(2 + random.nextInt(4), depth));
      case 1 -> call("_CaseMatch", Syntax.CASE, list(3 + random.nextInt(4), depth));
      case 2 ->
          call(
              "Cast",
              Syntax.CAST,
              List.of(
                  expression(depth - 1),
                  new Identifier(List.of(new Segment.Name("Integer", false, AT)))));
      default ->
          call(
              "{}",
              Syntax.BRACES,
              List.of(
                  call(
                      "AS",
                      Syntax.INFIX,
                      List.of(expression(depth - 1), new Identifier(List.of(name(true)))))));
    };
  }

  private List<Expression> arguments(int depth) {
    List<Expression> arguments = new ArrayList<>(list(random.nextInt(4), depth));
    if (arguments.size() > 1 && random.nextInt(3) == 0) {
      arguments.set(random.nextInt(arguments.size()), new Omitted(AT));
    }
    return arguments;
  }

  private List<Expression> list(int size, int depth) {
    List<Expression> result = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      result.add(expression(depth - 1));
    }
    return result;
  }

  private Expression leaf() {
    return switch (random.nextInt(5)) {
      case 0 ->
          new NumberLiteral(
              new BigDecimal(
                  pick(List.of("0", "1", "1.50", "0.001", "1E+30", "1E-12", "123456789012345678"))),
              AT);
      case 1 -> new StringLiteral(pick(TEXTS), AT);
      case 2 -> new NullLiteral(AT);
      default -> identifier();
    };
  }

  private List<Identifier> identifiers() {
    List<Identifier> result = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      result.add(identifier());
    }
    return result;
  }

  private Identifier identifier() {
    List<Segment> segments = new ArrayList<>();
    segments.add(segment(true));
    for (int i = random.nextInt(3); i > 0; i--) {
      segments.add(segment(false));
    }
    return new Identifier(segments);
  }

  private Segment segment(boolean first) {
    return random.nextInt(4) == 0
        ? new Segment.Key(
            random.nextBoolean() ? List.of(pick(TEXTS)) : List.of(pick(TEXTS), pick(TEXTS)), AT)
        : name(first);
  }

  private Segment.Name name(boolean first) {
    if (random.nextBoolean()) {
      return new Segment.Name(pick(TEXTS), true, AT);
    }
    // after a dot the reserved words are names, too
    return new Segment.Name(
        first || random.nextBoolean() ? pick(WORDS) : pick(List.of("On", "Null", "End")),
        false,
        AT);
  }

  private static Call call(String name, Syntax syntax, List<Expression> arguments) {
    return new Call(name, syntax, arguments, AT);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
