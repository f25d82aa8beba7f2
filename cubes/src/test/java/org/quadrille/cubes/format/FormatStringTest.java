package org.quadrille.cubes.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Properties that hold for all patterns and values, and what the script cannot say. */
class FormatStringTest {

  private static final String ALPHABET =
      "00##..,,;;%%E+e-\\\"$() dmyhnsqwct/:AMPamp@&<>!|=xyz¤é\ud83d\ude00";

  @Test
  void everyTextIsAPattern() {
    Random random = new Random(20060429);
    Object[] values = {
      5L,
      -5,
      0,
      0.125,
      -1e300,
      1e-300,
      Double.NaN,
      Double.NEGATIVE_INFINITY,
      new BigDecimal("1.5"),
      "text",
      "",
      true,
      LocalDateTime.of(2006, 4, 29, 20, 9, 6),
      BigInteger.TEN
    };
    for (int i = 0; i < 20_000; i++) {
      String pattern = randomPattern(random);
      FormatString format = FormatString.of(pattern, Locale.US);
      for (Object value : values) {
        assertThat(format.format(value)).as("%s under %s", value, pattern).isNotNull();
      }
      assertThat(format.format(null)).as("null under %s", pattern).isNotNull();
    }
  }

  @Test
  void wholeNumbersReadBack() {
    Random random = new Random(7);
    FormatString plain = FormatString.of("0", Locale.US);
    FormatString grouped = FormatString.of("#,##0", Locale.US);
    FormatString padded = FormatString.of("000000", Locale.US);
    for (int i = 0; i < 5_000; i++) {
      long number = random.nextLong() >> random.nextInt(64);
      assertThat(Long.parseLong(plain.format(number))).isEqualTo(number);
      assertThat(Long.parseLong(grouped.format(number).replace(",", ""))).isEqualTo(number);
      assertThat(Long.parseLong(padded.format(number))).isEqualTo(number);
    }
  }

  @Test
  void decimalsAreRoundedHalfUpOnTheirDecimalExpansion() {
    Random random = new Random(11);
    FormatString format = FormatString.of("0.000", Locale.US);
    for (int i = 0; i < 5_000; i++) {
      double number = random.nextInt(20_000_000) / 10_000.0;
      String expected =
          new BigDecimal(Double.toString(number)).setScale(3, RoundingMode.HALF_UP).toPlainString();
      assertThat(format.format(number)).isEqualTo(expected);
    }
  }

  @Test
  void datesReadBack() {
    Random random = new Random(13);
    FormatString format = FormatString.of("yyyy-mm-dd hh:nn:ss", Locale.US);
    DateTimeFormatter reader = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    for (int i = 0; i < 2_000; i++) {
      LocalDateTime moment = LocalDateTime.of(1970, 1, 1, 0, 0).plusSeconds(random.nextInt());
      assertThat(LocalDateTime.parse(format.format(moment), reader)).isEqualTo(moment);
    }
  }

  @Test
  void everyKindOfNumberIsTheSameNumber() {
    FormatString format = FormatString.of("#,##0.0", Locale.US);
    assertThat(Stream.of(1234, 1234L, 1234f, 1234.0, (short) 1234).map(format::format))
        .containsOnly("1,234.0");
    assertThat(format.format(BigInteger.valueOf(1234))).isEqualTo("1,234.0");
    assertThat(format.format(new BigDecimal("1.234E+3"))).isEqualTo("1,234.0");
  }

  @Test
  void datesOfADatabaseDriverAreDates() {
    FormatString format = FormatString.of("yyyy-mm-dd hh:nn", Locale.US);
    LocalDateTime moment = LocalDateTime.of(2006, 4, 29, 20, 9);
    assertThat(format.format(java.sql.Timestamp.valueOf(moment))).isEqualTo("2006-04-29 20:09");
    assertThat(format.format(java.sql.Date.valueOf(moment.toLocalDate())))
        .isEqualTo("2006-04-29 00:00");
    assertThat(format.format(java.sql.Time.valueOf(moment.toLocalTime())))
        .isEqualTo("1899-12-30 20:09");
    assertThat(format.format(OffsetDateTime.parse("2006-04-29T20:09:00+02:00")))
        .isEqualTo("2006-04-29 20:09");
  }

  @Test
  void anythingElseIsShownAsItsText() {
    assertThat(FormatString.of("#,##0", Locale.US).format(new StringBuilder("x"))).isEqualTo("x");
  }

  @Test
  void stylesAreReadFromThePatternAndFromTheText() {
    FormatString format = FormatString.of("|#,##0|style=red|arrow=\"up\"", Locale.US);
    assertThat(format.styles()).isEqualTo(Map.of("style", "red", "arrow", "up"));
    assertThat(format.formatStyled(1234))
        .isEqualTo(new StyledText("1,234", Map.of("style", "red", "arrow", "up")));
    assertThat(format.pattern()).isEqualTo("|#,##0|style=red|arrow=\"up\"");
  }

  @Test
  void aTextWithoutStylesIsPlain() {
    assertThat(StyledText.parse("1,234")).isEqualTo(new StyledText("1,234", Map.of()));
    assertThat(StyledText.parse("|a|b|")).isEqualTo(new StyledText("|a|b|", Map.of()));
    assertThat(StyledText.parse("|a")).isEqualTo(new StyledText("|a", Map.of()));
    assertThat(StyledText.parse("|a|")).isEqualTo(new StyledText("a", Map.of()));
  }

  @Test
  void theCacheParsesOnceAndStaysBounded() {
    FormatCache cache = new FormatCache(3);
    FormatString first = cache.get("0", Locale.US);
    assertThat(cache.get("0", Locale.US)).isSameAs(first);
    assertThat(cache.get("0.0", Locale.GERMANY).format(1.5)).isEqualTo("1,5");
    assertThat(cache.get("0.0", Locale.US).format(1.5)).isEqualTo("1.5");
    cache.get("00", Locale.US);
    cache.get("000", Locale.US);
    assertThat(cache.size()).isLessThanOrEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FormatCache(0))
        .withMessageContaining("1 or more");
  }

  private static String randomPattern(Random random) {
    StringBuilder pattern = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      pattern.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return pattern.toString();
  }
}
