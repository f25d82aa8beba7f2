package org.quadrille.cubes.mdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are very deep, very long or plain rubbish. */
class ParserLimitsTest {
  private static final int SMALL_STACK = 1024 * 1024;

  static List<String> tooDeep() {
    return List.of(
        "(".repeat(1001) + "1" + ")".repeat(1001),
        "(".repeat(100_000),
        "{".repeat(300) + "}".repeat(300),
        "1" + " + 1".repeat(50_000),
        "NOT ".repeat(1001) + "a",
        "- ".repeat(1001) + "a",
        "f(".repeat(500) + ")".repeat(500),
        "CASE ".repeat(500) + "END ".repeat(500),
        "a()" + ".b()".repeat(2000),
        "a" + " = a".repeat(2000),
        "a" + " OR b".repeat(2000),
        "a.on" + " OR a.on".repeat(2000),
        "1" + " + 1".repeat(500) + " + (1".repeat(110) + ")".repeat(110));
  }

  @ParameterizedTest
  @MethodSource("tooDeep")
  void absurdDepthIsRefused(String mdx) {
    Throwable failure = onSmallStack(() -> MdxParser.parseExpression(mdx));
    assertThat(failure).isInstanceOf(MdxException.class).hasMessageContaining("too deep");
    assertThat(((MdxException) failure).place()).isNotNull();
  }

  static Stream<String> justAllowed() {
    return Stream.of(
        "(".repeat(149) + "1" + ")".repeat(149),
        "{".repeat(149) + "a" + "}".repeat(149),
        "f(".repeat(149) + ")".repeat(149),
        "CASE WHEN ".repeat(149) + "a" + " THEN b END".repeat(149),
        "1" + " + 1".repeat(600),
        "a" + " OR b AND NOT c = 1".repeat(299),
        "NOT ".repeat(600) + "a",
        "- ".repeat(600) + "a",
        "a()" + ".b()".repeat(596),
        "a" + ".b".repeat(20_000));
  }

  @ParameterizedTest
  @MethodSource("justAllowed")
  void deepButAllowedTextIsReadAndWritten(String mdx) {
    Throwable failure =
        onSmallStack(
            () -> {
              String normal = MdxParser.parseExpression(mdx).toMdx();
              assertThat(MdxParser.parseExpression(normal).toMdx()).isEqualTo(normal);
            });
    assertThat(failure).isNull();
  }

  @Test
  void deepSubselectsAreRefused() {
    String mdx = "select from (".repeat(1000) + "s" + ")".repeat(1000);
    assertThat(onSmallStack(() -> MdxParser.parse(mdx)))
        .isInstanceOf(MdxException.class)
        .hasMessageContaining("too deep");
  }

  @Test
  void longTextsAreReadQuickly() {
    String members =
        IntStream.range(0, 8000)
            .mapToObj(i -> "([Time].[1997].[Q" + i + "], [Store].&[" + i + "].Children)")
            .collect(Collectors.joining(",\n"));
    String mdx = "select {" + members + "} on 0 from [Sales]";
    MdxParser.parse("select {([a].[b], [c].&[1].d), e} on 0 from s");
    // generous for a busy machine; measured at about a tenth of it
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> MdxParser.parse(mdx));
  }

  @Test
  void everyPrefixOfAStatementIsReadOrRefusedWithAPlace() {
    String mdx =
        "WITH MEMBER [Measures].[X] AS 'Iif([a] IS EMPTY, \"it''s\", -1.5e3)', FORMAT_STRING = 'x'"
            + " SET y AS {CASE z WHEN 1 THEN CAST(2 AS Integer) ELSE NULL END, (a : b)}"
            + " SELECT NON EMPTY y DIMENSION PROPERTIES [p] ON COLUMNS /* c */ FROM (SELECT FROM"
            + " [Sales]) WHERE ([Time].&[1997]&[Q1].Lag(1)) CELL PROPERTIES VALUE";
    for (int length = 0; length <= mdx.length(); length++) {
      String prefix = mdx.substring(0, length);
      Throwable failure = catchThrowable(() -> MdxParser.parse(prefix));
      if (failure != null) {
        assertThat(failure).as(prefix).isInstanceOf(MdxException.class);
        assertThat(((MdxException) failure).place()).as(prefix).isNotNull();
        assertThat(failure.getMessage()).as(prefix).doesNotContain("Expected  ");
      }
    }
  }

  private static @Nullable Throwable onSmallStack(Runnable task) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(null, () -> failure.set(catchThrowable(task::run)), "parser", SMALL_STACK);
    thread.start();
    try {
      thread.join(60_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(thread.isAlive()).as("still parsing").isFalse();
    return failure.get();
  }
}
