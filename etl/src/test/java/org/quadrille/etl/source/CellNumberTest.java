package org.quadrille.etl.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1001               |                     | 1001",
        "0.30000000000000004|General              | 0.3",
        "1.5E-3             |0.00                 | 0.0015",
        "1E6                |#,##0                | 1000000",
        "-2                 |yyyy-mm-dd           | -2",
        "45351              |yyyy-mm-dd           | 2024-02-29",
        "45351.5            |d.m.yyyy h:mm        | 2024-02-29 12:00:00",
        "0.25               |h:mm                 | 06:00:00",
        "45351              |'0.00 \"days\"'      | 45351",
        "45351              |'[Red]0.00'          | 45351",
      })
  void numbersBecomeTheTextThatExcelMeans(String value, @Nullable String format, String text) {
    assertThat(CellNumber.text(value, format)).isEqualTo(text);
  }
}
