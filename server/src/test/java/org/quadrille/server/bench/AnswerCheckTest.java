package org.quadrille.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quadrille.server.bench.BenchAnswer.Row;

class AnswerCheckTest {
  @Test
  void orderAndEmptyRowsDoNotCount() {
    assertThat(
            AnswerCheck.difference(
                List.of(row("a", 1L), row("b", 2L)),
                List.of(row("b", new BigDecimal("2.00")), row("c", (Object) null), row("a", 1))))
        .isNull();
  }

  @Test
  void anotherValueCounts() {
    assertThat(AnswerCheck.difference(List.of(row("a", 1L)), List.of(row("a", 2L))))
        .isEqualTo("SQL gives Row[key=[a], values=[1]], MDX Row[key=[a], values=[2]]");
    assertThat(AnswerCheck.difference(List.of(row("a", 1.0)), List.of(row("a", 1.0001))))
        .isNotNull();
    assertThat(AnswerCheck.difference(List.of(row("a", 1.0)), List.of(row("a", 1.0 + 1e-12))))
        .isNull();
    assertThat(
            AnswerCheck.difference(
                List.of(row("a", new BigDecimal("1.00"))),
                List.of(row("a", new BigDecimal("1.01")))))
        .isNotNull();
  }

  @Test
  void aMissingRowCounts() {
    assertThat(AnswerCheck.difference(List.of(row("a", 1L), row("b", 1L)), List.of(row("a", 1L))))
        .isEqualTo("SQL gives 2 rows, MDX 1");
  }

  private static Row row(String key, Object... values) {
    return new Row(List.of(key), Arrays.asList(values));
  }
}
