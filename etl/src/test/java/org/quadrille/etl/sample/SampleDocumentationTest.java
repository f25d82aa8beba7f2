package org.quadrille.etl.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That {@code docs/sample-data.md} states the numbers of scale 1 and the default seed as they are.
 */
class SampleDocumentationTest {
  private static final Path PAGE = Path.of("..", "docs", "sample-data.md");

  @Test
  void numbersOfTheDocumentationAreThoseOfTheGenerator(@TempDir Path folder) throws IOException {
    SampleTruth truth =
        new SampleGenerator(SampleGenerator.DEFAULT_SEED, 1).generate(folder, line -> {});
    String page = Files.readString(PAGE);
    for (String row : rows(truth)) {
      assertThat(page).as("a row or sentence of " + PAGE).contains(row);
    }
  }

  private static List<String> rows(SampleTruth truth) {
    List<String> rows = new ArrayList<>();
    truth
        .dirtyRows()
        .forEach(
            (file, kinds) -> {
              StringBuilder row =
                  new StringBuilder(text("| `%s` | %,d |", file, truth.rows().get(file)));
              for (DirtKind kind : DirtKind.values()) {
                row.append(text(" %,d |", kinds.getOrDefault(kind.id(), 0L)));
              }
              rows.add(row.toString());
            });
    rows.add(
        text("%,d order lines are rejected, %,d loaded", truth.rejected(), truth.loaded().rows()));
    rows.add(text("%,d orders of %,d known customers", truth.orders(), truth.buyingCustomers()));
    rows.add(text("bring %.1f %% of the sales", truth.topFifthShare() * 100));
    truth.loadedByYear().forEach((year, totals) -> rows.add(row(year, totals)));
    truth.loadedByCategory().forEach((category, totals) -> rows.add(row(category, totals)));
    rows.add(row("all", truth.loaded()));
    for (Map.Entry<String, Long> file : truth.rows().entrySet()) {
      rows.add(text("| `%s` | %,d |", file.getKey(), file.getValue()));
    }
    for (SampleTruth.Basket rule : truth.baskets()) {
      rows.add(
          text(
              "| %.2f | %,d | %.3f | %.2f |",
              rule.planted(), rule.antecedentOrders(), rule.confidence(), rule.lift()));
    }
    for (SampleTruth.Sequence rule : truth.sequences()) {
      rows.add(
          text(
              "| %.2f | %d–%d | %,d |",
              rule.planted(), rule.daysFrom(), rule.daysTo(), rule.drawn()));
    }
    return rows;
  }

  private static String row(String name, SampleTruth.Totals totals) {
    return text(
        "| %s | %,d | %,d | %,.2f | %,.2f | %,.2f |",
        name, totals.rows(), totals.quantity(), totals.amount(), totals.cost(), totals.discount());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
