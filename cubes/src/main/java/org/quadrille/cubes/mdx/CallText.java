package org.quadrille.cubes.mdx;

import java.util.List;
import java.util.stream.Collectors;
import org.quadrille.cubes.mdx.Expression.Call;

/** Writes a call back as MDX, fully parenthesised so that no precedence is needed to read it. */
final class CallText {
  private CallText() {}

  static String of(Call call) {
    List<Expression> arguments = call.arguments();
    return switch (call.syntax()) {
      case FUNCTION -> call.name() + "(" + list(arguments) + ")";
      case PROPERTY -> arguments.get(0).toMdx() + "." + call.name();
      case METHOD ->
          arguments.get(0).toMdx()
              + "."
              + call.name()
              + "("
              + list(arguments.subList(1, arguments.size()))
              + ")";
      case INFIX ->
          "(" + arguments.get(0).toMdx() + " " + call.name() + " " + arguments.get(1).toMdx() + ")";
      case PREFIX -> "(" + call.name() + " " + arguments.get(0).toMdx() + ")";
      case POSTFIX -> "(" + arguments.get(0).toMdx() + " " + call.name() + ")";
      case BRACES -> "{" + list(arguments) + "}";
      case PARENTHESES -> "(" + list(arguments) + ")";
      case CASE -> caseText(call);
      case CAST -> "CAST(" + arguments.get(0).toMdx() + " AS " + arguments.get(1).toMdx() + ")";
    };
  }

  private static String list(List<Expression> arguments) {
    return arguments.stream().map(Expression::toMdx).collect(Collectors.joining(", "));
  }

  private static String caseText(Call call) {
    StringBuilder text = new StringBuilder("CASE");
    int next = 0;
    if (call.name().equals("_CaseMatch")) {
      text.append(' ').append(call.arguments().get(next++).toMdx());
    }
    while (next + 1 < call.arguments().size()) {
      text.append(" WHEN ").append(call.arguments().get(next++).toMdx());
      text.append(" THEN ").append(call.arguments().get(next++).toMdx());
    }
    if (next < call.arguments().size()) {
      text.append(" ELSE ").append(call.arguments().get(next).toMdx());
    }
    return text.append(" END").toString();
  }
}
