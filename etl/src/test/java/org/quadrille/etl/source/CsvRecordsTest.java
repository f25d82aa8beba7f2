package org.quadrille.etl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {
  private static final String ALPHABET = "ab银 ,;\"\n'";

  @Test
  void whatIsWrittenIsReadWithItsLines() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<List<String>> written = new ArrayList<>();
      List<Long> lines = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < 8; row++) {
        lines.add(1 + text.chars().filter(c -> c == '\n').count());
        List<String> values = row(random);
        written.add(values);
        text.append(
                values.stream().map(value -> field(value, random)).collect(Collectors.joining(",")))
            .append('\n');
        if (random.nextInt(5) == 0) {
          text.append('\n');
        }
      }
      CsvRecords records = records(text.toString());
      for (int row = 0; row < written.size(); row++) {
        assertThat(records.next()).isTrue();
        assertThat(records.fault()).isNull();
        assertThat(records.values()).isEqualTo(written.get(row));
        assertThat(records.line()).isEqualTo(lines.get(row));
      }
      assertThat(records.next()).isFalse();
    }
  }

  /**
   * Whatever the text, each of its lines that is not empty belongs to just one record, sound or
   * not.
   */
  @Test
  void noLineIsLostOrReadTwice() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      List<String> all = text.toString().lines().toList();
      List<String> seen = new ArrayList<>();
      CsvRecords records = records(text.toString());
      long next = 1;
      while (records.next()) {
        if (records.fault() == null && records.values().size() != 2) {
          records.giveBack();
        }
        assertThat(records.line()).isGreaterThanOrEqualTo(next);
        seen.add(records.raw());
        next = records.line() + records.raw().lines().count();
      }
      assertThat(seen.stream().flatMap(String::lines).filter(line -> !line.isEmpty()).toList())
          .as(text.toString())
          .isEqualTo(all.stream().filter(line -> !line.isEmpty()).toList());
    }
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneLineOfMany() throws IOException {
    StringBuilder text = new StringBuilder("1,\"open\n");
    for (int i = 2; i <= 5_000; i++) {
      text.append(i).append(",x\n");
    }
    CsvRecords records = records(text.toString());
    assertThat(records.next()).isTrue();
    assertThat(records.fault()).isEqualTo(CsvRecords.Fault.QUOTE);
    assertThat(records.raw()).isEqualTo("1,\"open");
    long sound = 0;
    while (records.next()) {
      assertThat(records.fault()).isNull();
      sound++;
    }
    assertThat(sound).isEqualTo(4_999);
    assertThat(records.line()).isEqualTo(5_000);
  }

  private static CsvRecords records(String text) {
    return new CsvRecords(new BufferedReader(new StringReader(text)), ',', '"');
  }

  private static List<String> row(Random random) {
    List<String> values = new ArrayList<>();
    for (int column = 0; column < 3; column++) {
      StringBuilder value = new StringBuilder();
      int length = random.nextInt(5);
      for (int i = 0; i < length; i++) {
        value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      values.add(value.toString());
    }
    return values;
  }

  private static String field(String value, Random random) {
    boolean must = value.contains(",") || value.contains("\"") || value.contains("\n");
    return must || random.nextInt(4) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
