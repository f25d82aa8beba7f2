package org.quadrille.cubes.schema;

import java.util.Objects;

/** A user-defined function that a schema names. */
public record UserFunction(String name, FormatterClass implementation, Location location) {
  public UserFunction {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(implementation, "implementation");
    Objects.requireNonNull(location, "location");
  }
}
