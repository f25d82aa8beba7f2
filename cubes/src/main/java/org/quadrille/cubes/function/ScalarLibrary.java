package org.quadrille.cubes.function;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.EvaluationException;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.Typings;
import org.quadrille.cubes.mdx.Syntax;
import org.quadrille.cubes.vba.ScalarFunction;
import org.quadrille.cubes.vba.ScalarType;
import org.quadrille.cubes.vba.VbaFunctions;

/**
 * The functions of Visual Basic and Excel as functions of MDX. They depend on a clock and a
 * language, which come with each query, so they are made once for each pair that queries bring.
 */
final class ScalarLibrary {
  /** More pairs than a server has users' languages; beyond that they are made anew. */
  private static final int PAIRS = 64;

  private final ConcurrentMap<Key, List<ScalarFunction>> functions = new ConcurrentHashMap<>();

  private record Key(Clock clock, Locale locale) {}

  private List<ScalarFunction> functions(Clock clock, Locale locale) {
    if (functions.size() > PAIRS) {
      functions.clear();
    }
    return functions.computeIfAbsent(
        new Key(clock, locale), key -> VbaFunctions.all(key.clock, key.locale));
  }

  static void register(Signatures s) {
    ScalarLibrary library = new ScalarLibrary();
    // What they are called does not depend on clock and language.
    List<ScalarFunction> all =
        VbaFunctions.all(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Locale.ROOT);
    for (int i = 0; i < all.size(); i++) {
      ScalarFunction function = all.get(i);
      for (int count = function.required(); count <= function.parameters().size(); count++) {
        s.add(library.definition(function, i, count));
      }
    }
  }

  private FunctionDefinition definition(ScalarFunction function, int index, int count) {
    return new FunctionDefinition(
        function.name(),
        Syntax.FUNCTION,
        kind(function.result()),
        function.parameters().subList(0, count).stream().map(ScalarLibrary::kind).toList(),
        false,
        Typings.FIRST,
        (a, c) -> call(index, a, c),
        kind(function.result()).label() + " " + function.signature(),
        function.summary(),
        function.example());
  }

  private static Kind kind(ScalarType type) {
    return switch (type) {
      case NUMERIC -> Kind.NUMERIC;
      case INTEGER -> Kind.INTEGER;
      case STRING -> Kind.STRING;
      case LOGICAL -> Kind.LOGICAL;
      case DATETIME -> Kind.DATETIME;
      case VALUE, ARRAY -> Kind.VALUE;
    };
  }

  private @Nullable Object call(int index, Arguments a, Context c) {
    List<@Nullable Object> values = new ArrayList<>(a.size());
    for (int i = 0; i < a.size(); i++) {
      values.add(a.value(i, c));
    }
    ScalarFunction function = functions(c.clock(), c.locale()).get(index);
    try {
      return function.apply(values);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(e.getMessage());
    }
  }
}
