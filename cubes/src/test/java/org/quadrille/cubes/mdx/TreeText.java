package org.quadrille.cubes.mdx;

import java.util.stream.Collectors;
import org.quadrille.cubes.mdx.Expression.Call;
import org.quadrille.cubes.mdx.Expression.Identifier;
import org.quadrille.cubes.mdx.Expression.NumberLiteral;
import org.quadrille.cubes.mdx.Expression.StringLiteral;

/** Prints the shape of a tree without places, so that two trees can be compared. */
final class TreeText {
  private TreeText() {}

  static String of(Expression expression) {
    if (expression instanceof Call call) {
      return call.arguments().stream()
          .map(TreeText::of)
          .collect(Collectors.joining(" ", "(" + call.syntax() + " " + call.name() + " ", ")"));
    }
    if (expression instanceof Identifier identifier) {
      return identifier.segments().stream().map(TreeText::of).collect(Collectors.joining("."));
    }
    if (expression instanceof NumberLiteral number) {
      return number.value().toString();
    }
    if (expression instanceof StringLiteral string) {
      return "'" + string.value() + "'";
    }
    return expression instanceof Expression.Omitted ? "-omitted-" : "-null-";
  }

  private static String of(Segment segment) {
    if (segment instanceof Segment.Name name) {
      return name.quoted() ? "[" + name.name() + "]" : name.name();
    }
    return "&" + ((Segment.Key) segment).parts();
  }

  /** The tree without parentheses around single expressions. */
  static String withoutParentheses(Expression expression) {
    return of(bare(expression));
  }

  private static Expression bare(Expression expression) {
    if (!(expression instanceof Call call)) {
      return expression;
    }
    if (call.syntax() == Syntax.PARENTHESES && call.arguments().size() == 1) {
      return bare(call.arguments().get(0));
    }
    return new Call(
        call.name(),
        call.syntax(),
        call.arguments().stream().map(TreeText::bare).toList(),
        call.place());
  }
}
