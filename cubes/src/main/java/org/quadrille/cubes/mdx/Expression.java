package org.quadrille.cubes.mdx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** An expression as it was written, before any name is resolved. */
public sealed interface Expression {
  /** Where the expression begins. */
  Place place();

  /** MDX text of the expression, in a normal spelling. */
  String toMdx();

  /** A number; numbers keep the digits they were written with. */
  record NumberLiteral(BigDecimal value, Place place) implements Expression {
    public NumberLiteral {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(place, "place");
    }

    @Override
    public String toMdx() {
      return value.toString();
    }
  }

  /** A string, without its quotes. */
  record StringLiteral(String value, Place place) implements Expression {
    public StringLiteral {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(place, "place");
    }

    @Override
    public String toMdx() {
      return "\"" + value.replace("\"", "\"\"") + "\"";
    }
  }

  /** The word NULL. */
  record NullLiteral(Place place) implements Expression {
    @Override
    public String toMdx() {
      return "NULL";
    }
  }

  /** An argument left out between commas: {@code Descendants(m, , LEAVES)}. */
  record Omitted(Place place) implements Expression {
    @Override
    public String toMdx() {
      return "";
    }
  }

  /**
   * A dotted chain of names such as {@code [Store].[USA].Children}. Which of the last segments are
   * properties is for the binder to find out.
   */
  record Identifier(List<Segment> segments) implements Expression {
    public Identifier {
      segments = List.copyOf(segments);
      if (segments.isEmpty()) {
        throw new IllegalArgumentException("an identifier has at least one segment");
      }
    }

    @Override
    public Place place() {
      return segments.get(0).place();
    }

    @Override
    public String toMdx() {
      return segments.stream().map(Segment::toMdx).collect(Collectors.joining("."));
    }
  }

  /** A call of a function or operator in any of its written forms. */
  record Call(String name, Syntax syntax, List<Expression> arguments, Place place)
      implements Expression {
    public Call {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(syntax, "syntax");
      arguments = List.copyOf(arguments);
      Objects.requireNonNull(place, "place");
    }

    @Override
    public String toMdx() {
      return ExpressionText.of(this);
    }
  }
}
