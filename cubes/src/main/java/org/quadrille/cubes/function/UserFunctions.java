package org.quadrille.cubes.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.FunctionTable;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.extension.ExtensionException;
import org.quadrille.cubes.extension.ValueType;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.schema.UserFunction;

/** Functions of a schema beside those of the language. */
public final class UserFunctions {
  private UserFunctions() {}

  /** The functions of a table and those of a schema. */
  public static FunctionTable with(FunctionTable language, List<UserFunction> own) {
    if (own.isEmpty()) {
      return language;
    }
    List<FunctionDefinition> all = new ArrayList<>(language.all());
    own.forEach(f -> all.add(definition(f)));
    return new FunctionTable(all);
  }

  private static FunctionDefinition definition(UserFunction function) {
    List<Kind> kinds = function.parameters().stream().map(UserFunctions::kind).toList();
    Kind result = kind(function.result());
    String signature =
        kinds.stream()
            .map(Kind::label)
            .collect(Collectors.joining(", ", result.label() + " " + function.name() + "(", ")"));
    return new FunctionDefinition(
        function.name(),
        Syntax.FUNCTION,
        result,
        kinds,
        false,
        Typings.FIRST,
        new OwnBody(function),
        signature,
        function.summary(),
        "");
  }

  private static Kind kind(ValueType type) {
    return switch (type) {
      case NUMERIC -> Kind.NUMERIC;
      case STRING -> Kind.STRING;
      case LOGICAL -> Kind.LOGICAL;
      case DATETIME -> Kind.DATETIME;
    };
  }

  /** Calls the class. */
  private record OwnBody(UserFunction function) implements FunctionDefinition.ForeignBody {
    @Override
    public @Nullable Object apply(Arguments arguments, Context context) {
      long missing = context.missing();
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < function.parameters().size(); i++) {
        values.add(argument(arguments, i, context));
      }
      // Cells that are not there yet look empty; the class sees only what is so.
      if (context.missing() != missing) {
        return null;
      }
      return result(call(Collections.unmodifiableList(values)));
    }

    private @Nullable Object argument(Arguments arguments, int index, Context context) {
      ValueType type = function.parameters().get(index);
      Object value =
          switch (type) {
            case NUMERIC -> arguments.number(index, context);
            case STRING -> arguments.string(index, context);
            case LOGICAL, DATETIME -> arguments.value(index, context);
          };
      if (value != null && !type.javaType().isInstance(value)) {
        throw new EvaluationException(
            function.name() + " takes a " + kind(type).label() + " here, not " + value);
      }
      return value;
    }

    private @Nullable Object call(List<@Nullable Object> values) {
      try {
        return function.implementation().<@Nullable Object>call(f -> f.apply(values));
      } catch (ExtensionException e) {
        throw new EvaluationException("function " + function.name() + ": " + e.getMessage());
      }
    }

    private @Nullable Object result(@Nullable Object value) {
      if (value != null && !function.result().javaType().isInstance(value)) {
        throw new EvaluationException(
            "function %s: the class %s gave a %s, not a %s"
                .formatted(
                    function.name(),
                    function.implementation().className(),
                    value.getClass().getName(),
                    function.result().javaType().getName()));
      }
      if (value instanceof BigInteger whole) {
        return new BigDecimal(whole);
      }
      return value instanceof Float number ? (Object) number.doubleValue() : value;
    }
  }
}
