package org.quadrille.etl.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What holds for the files as such: same bytes for the same seed, names, counts in {@code
 * truth.json}.
 */
class SampleGeneratorTest {
  @TempDir Path folder;

  private static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private Map<String, byte[]> generate(String name, long seed, double scale) throws IOException {
    Path to = folder.resolve(name);
    new SampleGenerator(seed, scale).generate(to, line -> {});
    return contents(to);
  }

  @Test
  void sameSeedAndScaleGiveTheSameBytes() throws IOException {
    Map<String, byte[]> first = generate("first", 7, 0.01);
    Map<String, byte[]> second = generate("second", 7, 0.01);
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((file, bytes) -> assertThat(second.get(file)).as(file).isEqualTo(bytes));
  }

  @Test
  void anotherSeedGivesOtherOrders() throws IOException {
    Map<String, byte[]> first = generate("first", 7, 0.01);
    Map<String, byte[]> second = generate("second", 8, 0.01);
    assertThat(second.get("orders-2024.csv")).isNotEqualTo(first.get("orders-2024.csv"));
    assertThat(second.get("regions.csv")).isEqualTo(first.get("regions.csv"));
  }

  @Test
  void writesEveryPromisedFileAndNothingElse() throws IOException {
    assertThat(generate("all", 7, 0.01).keySet())
        .containsExactlyInAnyOrder(
            "regions.csv",
            "customers.csv",
            "prospects.csv",
            "employees.csv",
            "catalogue.xlsx",
            "codes.xlsx",
            "orders-2023.csv",
            "orders-2024.csv",
            "orders-2025.csv",
            "market.parquet",
            "bids.csv",
            "service-cases.csv",
            "contacts.csv",
            "sample.yaml",
            "sample.xml",
            "serve.yaml",
            "truth.json",
            "truth-customers.csv");
  }

  @Test
  @SuppressWarnings("unchecked")
  void truthFileSaysWhatTheResultSays() throws IOException {
    SampleTruth truth = new SampleGenerator(7, 0.01).generate(folder, line -> {});
    // JSON is YAML too
    Map<String, Object> json =
        (Map<String, Object>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(folder.resolve("truth.json")));
    assertThat(json.get("seed")).isEqualTo(7);
    assertThat(json.get("rejected")).isEqualTo((int) truth.rejected());
    Map<String, Object> rows = (Map<String, Object>) json.get("rows");
    assertThat(rows.keySet()).isEqualTo(truth.rows().keySet());
    Map<String, Object> loaded = (Map<String, Object>) json.get("loaded");
    assertThat(loaded.get("amount")).hasToString(truth.loaded().amount().toString());
    assertThat((List<Object>) json.get("baskets")).hasSameSizeAs(truth.baskets());
  }

  @Test
  void reportsProgressWithTheNumberOfRows() throws IOException {
    List<String> progress = new ArrayList<>();
    SampleTruth truth = new SampleGenerator(7, 0.01).generate(folder, progress::add);
    assertThat(progress)
        .contains(String.format(Locale.ROOT, "bids.csv: %,d rows", truth.rows().get("bids.csv")));
  }

  @Test
  void refusesAScaleThatMakesNoSense() {
    for (double scale : new double[] {0, -1, 1001, Double.NaN}) {
      assertThatThrownBy(() -> new SampleGenerator(1, scale))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("scale must be above 0");
    }
  }
}
