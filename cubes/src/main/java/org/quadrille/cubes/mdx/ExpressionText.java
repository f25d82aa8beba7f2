package org.quadrille.cubes.mdx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.quadrille.cubes.mdx.Expression.Call;

/**
 * Writes an expression as MDX. Parentheses stand where the tree has them, and where the tree could
 * not be read back without; so what the parser has read is written with the same tree.
 */
final class ExpressionText {
  /** How strongly a form binds; an operand that binds less than asked for gets parentheses. */
  private static final int ALIAS = 0;

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGN = 7;
  private static final int RANGE = 8;
  private static final int NUMBER = 9;
  private static final int PRIMARY = 10;

  private final StringBuilder text = new StringBuilder();

  private ExpressionText() {}

  static String of(Expression expression) {
    ExpressionText writer = new ExpressionText();
    writer.write(expression, ALIAS);
    return writer.text.toString();
  }

  private void write(Expression expression, int atLeast) {
    boolean enclosed = strength(expression) < atLeast;
    if (enclosed) {
      text.append('(');
    }
    if (expression instanceof Call call) {
      write(call);
    } else {
      text.append(expression.toMdx());
    }
    if (enclosed) {
      text.append(')');
    }
  }

  private static int strength(Expression expression) {
    if (expression instanceof Expression.NumberLiteral number) {
      return number.value().signum() < 0 ? SIGN : NUMBER;
    }
    if (!(expression instanceof Call call)) {
      return PRIMARY;
    }
    return switch (call.syntax()) {
      case INFIX -> infixStrength(call.name());
      case PREFIX -> call.name().equals("NOT") ? (isNegatedInfix(call) ? COMPARISON : NOT) : SIGN;
      case POSTFIX -> COMPARISON;
      case FUNCTION, PROPERTY, METHOD, BRACES, PARENTHESES, CASE, CAST -> PRIMARY;
    };
  }

  private static int infixStrength(String name) {
    return switch (name) {
      case "AS" -> ALIAS;
      case "OR", "XOR" -> OR;
      case "AND" -> AND;
      case "+", "-", "||" -> SUM;
      case "*", "/" -> PRODUCT;
      case ":" -> RANGE;
      default -> COMPARISON;
    };
  }

  /** Whether this is NOT IN or NOT MATCHES. */
  private static boolean isNegatedInfix(Call call) {
    return call.arguments().get(0) instanceof Call inner
        && inner.syntax() == Syntax.INFIX
        && (inner.name().equals("IN") || inner.name().equals("MATCHES"));
  }

  private void write(Call call) {
    List<Expression> arguments = call.arguments();
    switch (call.syntax()) {
      case FUNCTION -> list(call.name() + "(", arguments, ")");
      case PROPERTY -> {
        write(arguments.get(0), PRIMARY);
        text.append('.').append(call.name());
      }
      case METHOD -> {
        write(arguments.get(0), PRIMARY);
        list("." + call.name() + "(", arguments.subList(1, arguments.size()), ")");
      }
      case INFIX -> infix(call);
      case PREFIX -> prefix(call);
      case POSTFIX -> {
        write(arguments.get(0), COMPARISON);
        text.append(' ').append(call.name());
      }
      case BRACES -> list("{", arguments, "}");
      case PARENTHESES -> list("(", arguments, ")");
      case CASE -> caseOf(call);
      case CAST -> {
        text.append("CAST(");
        write(arguments.get(0), OR);
        text.append(" AS ").append(arguments.get(1).toMdx()).append(')');
      }
    }
  }

  /** A chain of operators leans to the left; it is walked without recursion, as it may be long. */
  private void infix(Call last) {
    Deque<Call> chain = new ArrayDeque<>();
    chain.push(last);
    Expression left = last.arguments().get(0);
    while (left instanceof Call call
        && call.syntax() == Syntax.INFIX
        && strength(call) >= leftStrength(chain.element())) {
      chain.push(call);
      left = call.arguments().get(0);
    }
    write(left, leftStrength(chain.element()));
    for (Call link : chain) {
      right(link, link.name());
    }
  }

  private static int leftStrength(Call infix) {
    return Math.max(OR, infixStrength(infix.name()));
  }

  private void right(Call call, String spelling) {
    text.append(' ').append(spelling).append(' ');
    write(call.arguments().get(1), infixStrength(call.name()) + 1);
  }

  private void prefix(Call call) {
    Expression operand = call.arguments().get(0);
    if (!call.name().equals("-")) {
      if (call.name().equals("NOT") && isNegatedInfix(call)) {
        Call inner = (Call) operand;
        write(inner.arguments().get(0), COMPARISON);
        right(inner, "NOT " + inner.name());
        return;
      }
      text.append(call.name()).append(' ');
      write(operand, call.name().equals("NOT") ? NOT : SIGN);
      return;
    }
    text.append('-');
    int start = text.length();
    write(operand, SIGN);
    if (text.charAt(start) == '-') {
      // two signs in a row would begin a comment
      text.insert(start, ' ');
    }
  }

  private void list(String opening, List<Expression> arguments, String closing) {
    text.append(opening);
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        text.append(", ");
      }
      write(arguments.get(i), ALIAS);
    }
    text.append(closing);
  }

  private void caseOf(Call call) {
    List<Expression> arguments = call.arguments();
    text.append("CASE");
    int next = 0;
    if (call.name().equals("_CaseMatch")) {
      text.append(' ');
      write(arguments.get(next++), OR);
    }
    while (next + 1 < arguments.size()) {
      text.append(" WHEN ");
      write(arguments.get(next++), OR);
      text.append(" THEN ");
      write(arguments.get(next++), OR);
    }
    if (next < arguments.size()) {
      text.append(" ELSE ");
      write(arguments.get(next), OR);
    }
    text.append(" END");
  }
}
