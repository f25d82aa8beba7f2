package org.quadrille.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for every page of the menu. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryPageTest {
  /** Compressed bytes of a first visit, the chart library left out. */
  private static final int MOST_BYTES = 300_000;

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
  private static final Pattern FILE = Pattern.compile("\"(/static/[^\"]+)\"");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:aria-label|title|placeholder|data-(?:text|auto|light|dark|cancelled|offline))=\"([^\"]*)\"");

  /**
   * Names: of the product, the catalog, a language, formats, languages for queries, versions, keys.
   */
  private static final List<String> NAMES =
      List.of(
          "Quadrille",
          "Shop",
          "English",
          "static",
          "Excel",
          "XLSX",
          "CSV",
          "UTF",
          "SVG",
          "PNG",
          "MDX",
          "SQL",
          "PDF",
          "ABCD",
          "ABC",
          "Ctrl",
          "Enter",
          "Esc");

  private ShopSite shop;

  @BeforeAll
  void open(@TempDir Path folder) {
    shop = new ShopSite(folder);
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  void noPageMixesLanguages() {
    TreeSet<String> foreign = new TreeSet<>();
    for (String page : shop.menu("zh")) {
      WORD.matcher(visible(page))
          .results()
          .map(MatchResult::group)
          .filter(word -> !NAMES.contains(word))
          .forEach(word -> foreign.add(page + " says " + word));
    }
    for (String page : shop.menu("en")) {
      String english = visible(page).replace("中文", "");
      if (english.codePoints().anyMatch(Character::isIdeographic)) {
        foreign.add(page + " has Chinese letters");
      }
    }
    assertThat(foreign).isEmpty();
  }

  /** What people see or hear: texts and labels, neither queries nor charts nor addresses. */
  private String visible(String page) {
    StringBuilder html = new StringBuilder(shop.get(page).text());
    shop.panels(page).forEach(panel -> html.append(shop.get(panel).text()));
    String shown =
        html.toString()
            .replaceAll("(?s)<script.*?</script>", "")
            .replaceAll("(?s)<pre.*?</pre>", "")
            .replaceAll("(?s)<textarea.*?</textarea>", "");
    String labels = String.join(" ", ShopSite.all(LABEL, shown));
    return shown.replaceAll("<[^>]*>", " ").replaceAll("&[a-z]+;", " ") + " " + labels;
  }

  @Test
  void aFirstVisitIsLight() throws IOException {
    for (String page : shop.menu("en")) {
      String html = shop.get(page).text();
      int bytes = compressed(shop.get(page).body());
      for (String panel : shop.panels(page)) {
        bytes += compressed(shop.get(panel).body());
      }
      for (String file : new TreeSet<>(ShopSite.all(FILE, html))) {
        if (!file.contains("echarts")) {
          bytes += compressed(shop.get(file).body());
        }
      }
      assertThat(bytes).as(page).isLessThan(MOST_BYTES);
    }
  }

  private static int compressed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.size();
  }
}
