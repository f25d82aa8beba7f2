package org.quadrille.cubes.vba;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One function on single values. Overloads are several functions of one name.
 *
 * @param name the name, in its usual spelling; upper and lower case are the same to MDX
 * @param parameters the types of the parameters
 * @param parameterNames the names of the parameters, as many as types
 * @param required how many arguments must be given; the parameters after them are optional
 * @param result the type of the result; a result may also be null, the empty value
 * @param summary one sentence for the reference
 * @param example an MDX expression that shows the function
 * @param exampleResult the formatted value of the example; null where it depends on the clock or on
 *     a cube
 * @param body computes the result; throws {@link IllegalArgumentException} where an argument does
 *     not fit
 */
public record ScalarFunction(
    String name,
    List<ScalarType> parameters,
    List<String> parameterNames,
    int required,
    ScalarType result,
    String summary,
    String example,
    @Nullable String exampleResult,
    Function<List<@Nullable Object>, @Nullable Object> body) {

  public ScalarFunction {
    Objects.requireNonNull(name);
    parameters = List.copyOf(parameters);
    parameterNames = List.copyOf(parameterNames);
    if (parameters.size() != parameterNames.size()) {
      throw new IllegalArgumentException(name + " needs one name for each parameter");
    }
    if (required < 0 || required > parameters.size()) {
      throw new IllegalArgumentException(name + " cannot require " + required + " arguments");
    }
  }

  /** True where the function can be called with this number of arguments. */
  public boolean accepts(int arguments) {
    return arguments >= required && arguments <= parameters.size();
  }

  /**
   * Calls the function.
   *
   * @param arguments the values, null for empty ones; as many as {@link #accepts} allows
   * @return the result, or null for the empty value
   */
  public @Nullable Object apply(List<@Nullable Object> arguments) {
    if (!accepts(arguments.size())) {
      throw new IllegalArgumentException(
          "call it as " + signature() + ", not with " + arguments.size() + " arguments");
    }
    return body.apply(arguments);
  }

  /** How the function is called: {@code Round(number[, digits])}. */
  public String signature() {
    StringBuilder text = new StringBuilder(name).append('(');
    for (int i = 0; i < parameterNames.size(); i++) {
      text.append(i >= required ? "[" : "").append(i > 0 ? ", " : "").append(parameterNames.get(i));
    }
    return text.append("]".repeat(parameters.size() - required)).append(')').toString();
  }
}
