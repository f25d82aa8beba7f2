package org.quadrille.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberTextTest {
  private final NumberText english = new NumberText(Language.EN);
  private final NumberText chinese = new NumberText(Language.ZH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0            | 0      | 0
          7.25         | 7.25   | 7.25
          999.4        | 999    | 999
          9999         | 9,999  | 9,999
          12345        | 12.3K  | 1.23万
          999499       | 999K   | 99.9万
          999500       | 1.00M  | 100万
          12345678     | 12.3M  | 1,235万
          99994999     | 100M   | 9,999万
          99995000     | 100M   | 1.00亿
          1234567890   | 1.23B  | 12.3亿
          -12345       | −12.3K | −1.23万
          """)
  void compact(double value, String en, String zh) {
    assertThat(english.compact(value)).isEqualTo(en);
    assertThat(chinese.compact(value)).isEqualTo(zh);
  }

  @Test
  void sharesAndChanges() {
    assertThat(english.percent(0.15294)).isEqualTo("15.3%");
    assertThat(english.roundPercent(0.8)).isEqualTo("80%");
    assertThat(english.signedPercent(0.042)).isEqualTo("+4.2%");
    assertThat(english.signedPercent(-0.01)).isEqualTo("−1.0%");
    assertThat(english.signedPercent(0.0001)).isEqualTo("0.0%");
    assertThat(english.signedPercent(-0.0001)).isEqualTo("0.0%");
    assertThat(english.signedPoints(0.0134)).isEqualTo("+1.3");
    assertThat(chinese.signedCompact(23456)).isEqualTo("+2.35万");
  }

  @Test
  void whatIsNotANumberIsADash() {
    assertThat(english.whole(Double.NaN)).isEqualTo("–");
    assertThat(english.percent(Double.POSITIVE_INFINITY)).isEqualTo("–");
    assertThat(chinese.compact(Double.NaN)).isEqualTo("–");
    assertThat(english.decimal(1234.5, 2)).isEqualTo("1,234.50");
    assertThat(english.decimal(-0.001, 2)).isEqualTo("0.00");
  }
}
