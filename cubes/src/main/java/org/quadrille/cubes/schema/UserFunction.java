package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.extension.Extension;
import org.quadrille.cubes.extension.ValueType;

/**
 * A user-defined function that a schema names.
 *
 * @param implementation its class
 * @param parameters what the class says that it takes
 * @param result what the class says that it gives
 */
public record UserFunction(
    String name,
    Extension<org.quadrille.cubes.extension.UserFunction> implementation,
    List<ValueType> parameters,
    ValueType result,
    String summary,
    Location location) {
  public UserFunction {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(implementation, "implementation");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(location, "location");
  }
}
