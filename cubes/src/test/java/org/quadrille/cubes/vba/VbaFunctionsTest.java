package org.quadrille.cubes.vba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quadrille.cubes.format.FormatString;

/** Runs the scripts, one for each theme, and the examples of the reference. */
class VbaFunctionsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2006-04-29T20:09:06.500Z"), ZoneOffset.UTC);
  private static final List<String> THEMES =
      List.of("text", "conversion", "date", "math", "finance");

  @TestFactory
  Stream<DynamicTest> scripts() {
    return THEMES.stream().flatMap(theme -> cases(theme + ".txt"));
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    return functions(Locale.US).stream()
        .filter(function -> function.exampleResult() != null)
        .map(
            function ->
                DynamicTest.dynamicTest(
                    function.signature(),
                    () -> {
                      Object value =
                          new Calls(functions(Locale.US), Locale.US).evaluate(function.example());
                      assertThat(FormatString.of("Standard", Locale.US).format(value))
                          .isEqualTo(function.exampleResult());
                    }));
  }

  @Test
  void everyFunctionIsDocumentedByAnExampleOfItself() {
    for (ScalarFunction function : functions(Locale.US)) {
      assertThat(function.summary()).as(function.name()).endsWith(".");
      assertThat(function.example()).as(function.name()).contains(function.name() + "(");
    }
  }

  @Test
  void emptyArgumentsGiveAnEmptyResult() {
    List<String> exceptions = List.of("IsDate", "TypeName");
    for (ScalarFunction function : functions(Locale.US)) {
      int count = function.parameters().size();
      if (count > 0 && !exceptions.contains(function.name())) {
        assertThat(function.apply(Collections.nCopies(count, null)))
            .as(function.signature())
            .isNull();
      }
    }
  }

  @Test
  void theWrongNumberOfArgumentsIsRefusedWithTheSignature() {
    ScalarFunction mid = find("Mid");
    assertThat(mid.signature()).isEqualTo("Mid(text, start[, length])");
    assertThat(find("FV").signature())
        .isEqualTo("FV(rate, periods, payment[, presentValue[, due]])");
    assertThat(find("Pi").signature()).isEqualTo("Pi()");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mid.apply(List.of("x")))
        .withMessage("call it as Mid(text, start[, length]), not with 1 arguments");
  }

  @Test
  void resultsHaveTheTypeThatIsPromised() {
    Calls calls = new Calls(functions(Locale.US), Locale.US);
    for (ScalarFunction function : functions(Locale.US)) {
      if (function.exampleResult() == null || !function.example().startsWith(function.name())) {
        continue;
      }
      Object value = calls.evaluate(function.example());
      Class<?> type =
          switch (function.result()) {
            case NUMERIC, INTEGER -> Number.class;
            case STRING -> String.class;
            case LOGICAL -> Boolean.class;
            case DATETIME -> LocalDateTime.class;
            case ARRAY -> List.class;
            case VALUE -> Object.class;
          };
      if (value != null) {
        assertThat(value).as(function.signature()).isInstanceOf(type);
      }
    }
  }

  @Test
  void theClockIsTheOneGiven() {
    Calls calls = new Calls(functions(Locale.US), Locale.US);
    assertThat(calls.evaluate("Now()")).isEqualTo(LocalDateTime.of(2006, 4, 29, 20, 9, 6));
    assertThat(calls.evaluate("Date()")).isEqualTo(LocalDateTime.of(2006, 4, 29, 0, 0));
    assertThat(calls.evaluate("Time()")).isEqualTo(LocalDateTime.of(1899, 12, 30, 20, 9, 6));
    assertThat(calls.evaluate("Timer()")).isEqualTo(72_546.5);
    assertThat(calls.evaluate("CurrentDateString(\"mmm dd, yyyy hh:nn\")"))
        .isEqualTo("Apr 29, 2006 20:09");
  }

  private static ScalarFunction find(String name) {
    return functions(Locale.US).stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<ScalarFunction> functions(Locale locale) {
    return VbaFunctions.all(CLOCK, locale);
  }

  private static Stream<DynamicTest> cases(String script) {
    List<DynamicTest> tests = new ArrayList<>();
    Locale locale = Locale.US;
    for (String line : lines(script)) {
      if (line.startsWith("locale ")) {
        locale = Locale.forLanguageTag(line.substring("locale ".length()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        Locale current = locale;
        tests.add(DynamicTest.dynamicTest(script + ": " + line, () -> check(line, current)));
      }
    }
    assertThat(tests).as(script).hasSizeGreaterThan(20);
    return tests.stream();
  }

  private static void check(String line, Locale locale) {
    String[] sides = line.split(" => ", 2);
    assertThat(sides).as("expression and result in %s", line).hasSize(2);
    Calls calls = new Calls(functions(locale), locale);
    if (sides[1].startsWith("error ")) {
      Throwable thrown = catchThrowable(() -> calls.evaluate(sides[0]));
      assertThat(thrown)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(sides[1].substring("error ".length()));
    } else {
      assertThat(shown(calls.evaluate(sides[0]))).isEqualTo(sides[1]);
    }
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    return value instanceof Number
        ? FormatString.of("", Locale.ROOT).format(value)
        : value.toString();
  }

  private static List<String> lines(String script) {
    try (InputStream stream = VbaFunctionsTest.class.getResourceAsStream(script)) {
      byte[] bytes = Objects.requireNonNull(stream, script).readAllBytes();
      return Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\r?\n"));
    } catch (IOException e) {
      throw new AssertionError(script, e);
    }
  }
}
