package org.quadrille.cubes.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every line of {@code formats.txt}. */
class FormatScriptTest {

  private static final Pattern COLUMNS = Pattern.compile("(.*?) \\| (.*?) \\| (\\S+) \\| (.*)");

  @TestFactory
  Stream<DynamicTest> everyLineHolds() throws IOException {
    return cases().stream().map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
  }

  @Test
  void theScriptIsNotCutShort() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(250);
  }

  private static void check(String line) {
    var columns = COLUMNS.matcher(line);
    assertThat(columns.matches()).as("four columns in: %s", line).isTrue();
    FormatString format =
        FormatString.of(text(columns.group(1)), Locale.forLanguageTag(columns.group(3)));
    assertThat(format.format(value(columns.group(2)))).isEqualTo(text(columns.group(4)));
  }

  private static List<String> cases() throws IOException {
    try (InputStream script = FormatScriptTest.class.getResourceAsStream("formats.txt")) {
      String text =
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
      // A comment has no columns; a pattern may itself begin with a number sign.
      return text.lines().filter(line -> COLUMNS.matcher(line).matches()).skip(1).toList();
    }
  }

  private static String text(String column) {
    return column.equals("(empty)") ? "" : column.replace('·', ' ').replace("<nbsp>", "\u00a0");
  }

  private static @Nullable Object value(String text) {
    if (text.startsWith("\"")) {
      return text.substring(1, text.length() - 1);
    }
    return switch (text) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> numberOrMoment(text);
    };
  }

  private static Object numberOrMoment(String text) {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return LocalDate.parse(text);
    }
    if (text.matches("\\d{4}-.*T.*")) {
      return LocalDateTime.parse(text);
    }
    if (text.matches("\\d\\d:\\d\\d:\\d\\d")) {
      return LocalTime.parse(text);
    }
    if (text.matches("-?\\d+")) {
      return Long.valueOf(text);
    }
    return text.endsWith("m")
        ? new BigDecimal(text.substring(0, text.length() - 1))
        : (Object) Double.valueOf(text);
  }
}
