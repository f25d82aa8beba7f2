package org.quadrille.cubes.mdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the cases of the script files beside this class. A case is an MDX text of one or more lines
 * followed by what is expected:
 *
 * <pre>
 * =&gt; the normal spelling, all white space single
 * ~&gt; the shape of the tree
 * !! LINE:COLUMN message
 * </pre>
 *
 * <p>Lines that begin with # are comments between cases; a blank line ends a case.
 */
class MdxScriptTest {
  private record Case(String file, int line, String mdx, List<String> expected) {}

  @TestFactory
  Stream<DynamicTest> expressions() throws IOException {
    return Stream.of("expressions.txt", "precedence.txt", "expression-errors.txt")
        .flatMap(file -> tests(file, false));
  }

  @TestFactory
  Stream<DynamicTest> statements() throws IOException {
    return Stream.of("statements.txt", "statement-errors.txt").flatMap(file -> tests(file, true));
  }

  private static Stream<DynamicTest> tests(String file, boolean statement) {
    List<Case> cases = read(file);
    assertThat(cases).as(file).isNotEmpty();
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.file() + ":" + c.line() + " " + c.mdx(), () -> check(c, statement)));
  }

  private static void check(Case c, boolean statement) {
    for (String expected : c.expected()) {
      String what = expected.substring(3);
      switch (expected.substring(0, 2)) {
        case "=>" -> {
          String normal =
              statement
                  ? MdxParser.parse(c.mdx()).toMdx()
                  : MdxParser.parseExpression(c.mdx()).toMdx();
          assertThat(normal.replaceAll("\\s+", " ")).isEqualTo(what);
        }
        case "~>" -> assertThat(TreeText.of(MdxParser.parseExpression(c.mdx()))).isEqualTo(what);
        default -> {
          MdxException failure =
              catchThrowableOfType(
                  MdxException.class,
                  () -> {
                    if (statement) {
                      MdxParser.parse(c.mdx());
                    } else {
                      MdxParser.parseExpression(c.mdx());
                    }
                  });
          assertThat(failure).as("an error").isNotNull();
          Place place = Objects.requireNonNull(failure.place());
          assertThat(place.line() + ":" + place.column() + " " + failure.getMessage())
              .isEqualTo(what);
        }
      }
    }
  }

  private static List<Case> read(String file) {
    List<Case> cases = new ArrayList<>();
    List<String> mdx = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    int number = 0;
    for (String line : text(file).lines().toList()) {
      number++;
      if (line.startsWith("=> ") || line.startsWith("~> ") || line.startsWith("!! ")) {
        expected.add(line);
      } else if (line.isEmpty() || !expected.isEmpty()) {
        if (!expected.isEmpty()) {
          cases.add(new Case(file, number - 1, String.join("\n", mdx), List.copyOf(expected)));
          mdx.clear();
          expected.clear();
        }
        assertThat(line).as(file + ":" + number + " must be blank after a result").isEmpty();
      } else if (!line.startsWith("#")) {
        mdx.add(line);
      }
    }
    if (!expected.isEmpty()) {
      cases.add(new Case(file, number, String.join("\n", mdx), List.copyOf(expected)));
    }
    return cases;
  }

  private static String text(String file) {
    try (InputStream in = MdxScriptTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
