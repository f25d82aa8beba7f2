package org.quadrille.cubes.mdx;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.mdx.Expression.Identifier;

/** A definition in a WITH clause or of a session. */
public sealed interface Formula {
  /** The name that is defined. */
  Identifier name();

  /** What it stands for. */
  Expression body();

  /** Where the definition begins. */
  Place place();

  /** The definition as it stands in a WITH clause. */
  default String toMdx() {
    return StatementText.of(this);
  }

  /** {@code MEMBER name AS body, PROPERTY = value …}. */
  record MemberFormula(
      Identifier name, Expression body, List<PropertyValue> properties, Place place)
      implements Formula {
    public MemberFormula {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(body, "body");
      properties = List.copyOf(properties);
      Objects.requireNonNull(place, "place");
    }
  }

  /** {@code SET name AS body}. */
  record SetFormula(Identifier name, Expression body, Place place) implements Formula {
    public SetFormula {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(body, "body");
      Objects.requireNonNull(place, "place");
    }
  }

  /** {@code NAME = value} after a member's body, such as {@code FORMAT_STRING = "0.0"}. */
  record PropertyValue(String name, Expression value, Place place) {
    public PropertyValue {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(place, "place");
    }
  }
}
