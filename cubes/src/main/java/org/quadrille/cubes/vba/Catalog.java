package org.quadrille.cubes.vba;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects functions.
 *
 * <p>Parameters are written as one text, {@code "STRING text, INTEGER start, [INTEGER length]"}:
 * type and name of each, the optional ones in brackets.
 */
final class Catalog {

  private final List<ScalarFunction> functions = new ArrayList<>();
  private final DateText dateText;
  private final NumberText numberText;

  Catalog(Locale locale) {
    this.dateText = new DateText(locale);
    this.numberText = new NumberText(locale);
  }

  List<ScalarFunction> functions() {
    return List.copyOf(functions);
  }

  /** Begins a function whose result is empty where one of its arguments is. */
  Definition define(String name, String parameters, ScalarType result) {
    return new Definition(name, parameters, result, false);
  }

  /** Begins a function that has an answer for empty arguments too. */
  Definition defineForEmpty(String name, String parameters, ScalarType result) {
    return new Definition(name, parameters, result, true);
  }

  /** A function without its documentation and body. */
  final class Definition {
    private final String name;
    private final List<ScalarType> types = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final ScalarType result;
    private final boolean seesEmpty;
    private int required;
    private String summary = "";
    private String example = "";
    private @Nullable String exampleResult;

    private Definition(String name, String parameters, ScalarType result, boolean seesEmpty) {
      this.name = name;
      this.result = result;
      this.seesEmpty = seesEmpty;
      for (String parameter : parameters.isEmpty() ? new String[0] : parameters.split(", ")) {
        boolean optional = parameter.startsWith("[");
        String[] words = (optional ? parameter.replaceAll("[\\[\\]]", "") : parameter).split(" ");
        types.add(ScalarType.valueOf(words[0]));
        names.add(words[1]);
        required += optional ? 0 : 1;
      }
    }

    Definition summary(String text) {
      this.summary = text;
      return this;
    }

    /** An example with the text of its result. */
    Definition example(String expression, String shown) {
      this.example = expression;
      this.exampleResult = shown;
      return this;
    }

    /** An example whose result depends on the clock or on a cube. */
    Definition example(String expression) {
      this.example = expression;
      return this;
    }

    /** Completes the function and adds it to the list. */
    void as(Function<Arguments, @Nullable Object> body) {
      functions.add(
          new ScalarFunction(
              name,
              types,
              names,
              required,
              result,
              summary,
              example,
              exampleResult,
              values -> call(values, body)));
    }

    private @Nullable Object call(
        List<@Nullable Object> values, Function<Arguments, @Nullable Object> body) {
      if (!seesEmpty && values.stream().anyMatch(Objects::isNull)) {
        return null;
      }
      return body.apply(new Arguments(name, names, values, dateText, numberText));
    }
  }
}
