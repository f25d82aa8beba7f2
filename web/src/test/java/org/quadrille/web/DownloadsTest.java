package org.quadrille.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.web.http.PageResponse;

/** Files of panels hold what the panels show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DownloadsTest {
  private static final Pattern TABLE = Pattern.compile("<table>(.*?)</table>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("<t[hd]([^>]*)>(.*?)</t[hd]>", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("href=\"(/export/[^\"]+)\" download");
  private static final Pattern TILE = Pattern.compile("class=\"tile-value\" title=\"([^\"]*)\"");
  private static final Pattern NUMBER =
      Pattern.compile("([+−]?)([0-9][0-9,]*(?:\\.([0-9]+))?)(%|K|M|B|万|亿)?");

  private ShopSite shop;

  @BeforeAll
  void open(@TempDir Path folder) {
    shop = new ShopSite(folder);
  }

  @AfterAll
  void close() {
    shop.close();
  }

  /** A cell of a page. */
  private record Shown(String text, boolean number) {}

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void filesHoldWhatPanelsShow(String language) throws IOException {
    SoftAssertions all = new SoftAssertions();
    int compared = 0;
    for (String page : shop.menu(language)) {
      for (String panel : shop.panels(page)) {
        String html = shop.get(panel + (panel.contains("?") ? "&" : "?") + "rows=all").text();
        List<List<List<Shown>>> tables = tables(html);
        List<String> files = ShopSite.all(FILE, html);
        if (!tables.isEmpty() || html.contains("tile-value")) {
          all.assertThat(files).as(panel).hasSizeGreaterThanOrEqualTo(3);
        }
        if (!tables.isEmpty() && !html.contains("tile-value")) {
          List<List<String>> csv = csv(shop.get(file(files, ".csv")).text());
          List<List<String>> xlsx = xlsx(shop.get(file(files, ".xlsx")).body(), tables);
          List<List<Shown>> shown = tables.stream().flatMap(List::stream).toList();
          compare(panel + " as CSV", shown, tables.size() > 1 ? unnamed(csv, tables) : csv, all);
          compare(panel + " as XLSX", shown, xlsx, all);
          compared++;
        }
      }
    }
    all.assertAll();
    assertThat(compared).isGreaterThan(10);
  }

  private static String file(List<String> files, String ending) {
    return files.stream().filter(f -> f.contains(ending)).reduce((a, b) -> b).orElseThrow();
  }

  private static void compare(
      String what, List<List<Shown>> shown, List<List<String>> held, SoftAssertions all) {
    all.assertThat(held).as(what).hasSameSizeAs(shown);
    for (int row = 0; row < Math.min(shown.size(), held.size()); row++) {
      for (int column = 0; column < shown.get(row).size(); column++) {
        Shown cell = shown.get(row).get(column);
        String value = column < held.get(row).size() ? held.get(row).get(column) : "";
        all.assertThat(same(cell, value))
            .as("%s, row %d, column %d: %s is held as %s", what, row, column, cell.text(), value)
            .isTrue();
      }
    }
  }

  /** Whether a value is, rounded as the page rounds it, what the page shows. */
  private static boolean same(Shown shown, String held) {
    Matcher number = NUMBER.matcher(shown.text());
    if (!shown.number() || !number.matches()) {
      String text = held.startsWith("'") ? held.substring(1) : held;
      return shown.text().equals("–") ? held.isEmpty() : shown.text().equals(text);
    }
    String unit = number.group(4) == null ? "" : number.group(4);
    double scale =
        switch (unit) {
          case "%" -> 0.01;
          case "K" -> 1e3;
          case "M" -> 1e6;
          case "B" -> 1e9;
          case "万" -> 1e4;
          case "亿" -> 1e8;
          default -> 1;
        };
    int places = number.group(3) == null ? 0 : number.group(3).length();
    double value = Double.parseDouble(number.group(2).replace(",", "")) * scale;
    double signed = number.group(1).equals("−") ? -value : value;
    double half = 0.5 * Math.pow(10, -places) * scale;
    return !held.isEmpty() && Math.abs(Double.parseDouble(held) - signed) <= half * 1.000001;
  }

  private static List<List<List<Shown>>> tables(String html) {
    List<List<List<Shown>>> tables = new ArrayList<>();
    for (String table : ShopSite.all(TABLE, html)) {
      List<List<Shown>> rows = new ArrayList<>();
      for (String row : ShopSite.all(ROW, table)) {
        rows.add(
            CELL.matcher(row)
                .results()
                .map(m -> new Shown(plain(m.group(2)), m.group(1).contains("number")))
                .toList());
      }
      tables.add(rows);
    }
    return tables;
  }

  private static String plain(String html) {
    return html.replaceAll("<span aria-hidden=\"true\">.*?</span>", "")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .strip();
  }

  private static List<List<String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        if (quoted && i > 0 && text.charAt(i - 1) == '"') {
          cell.append('"');
        }
      } else if (quoted || c != ',' && c != '\r' && c != '\n') {
        cell.append(c);
      } else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return rows;
  }

  /** Without the names of the tables and the empty lines between them. */
  private static List<List<String>> unnamed(
      List<List<String>> csv, List<List<List<Shown>>> tables) {
    List<List<String>> rows = new ArrayList<>();
    int at = 0;
    for (List<List<Shown>> table : tables) {
      rows.addAll(csv.subList(at + 1, Math.min(csv.size(), at + 1 + table.size())));
      at += table.size() + 2;
    }
    return rows;
  }

  private static List<List<String>> xlsx(byte[] file, List<List<List<Shown>>> tables)
      throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets).hasSameSizeAs(tables);
      for (int i = 0; i < sheets.size(); i++) {
        String head = tables.get(i).get(0).get(0).text();
        List<Row> rows = sheets.get(i).read();
        int first = 0;
        while (rows.get(first).getCellCount() < tables.get(i).get(0).size()
            || !rows.get(first).getCellText(0).equals(head)) {
          first++;
        }
        rows.subList(first, first + tables.get(i).size()).forEach(row -> all.add(texts(row)));
      }
    }
    return all;
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      boolean number = cell != null && cell.getType() == CellType.NUMBER;
      texts.add(number ? cell.asNumber().toPlainString() : cell == null ? "" : cell.getText());
    }
    return texts;
  }

  @Test
  void tilesAreHeldInFull() {
    String html = shop.get("/panels/cockpit/figures?lang=en").text();
    List<List<String>> csv = csv(shop.get("/export/cockpit/figures.csv?lang=en").text());
    List<String> exact = ShopSite.all(TILE, html);
    assertThat(csv).hasSize(exact.size() + 1);
    for (int i = 0; i < exact.size(); i++) {
      assertThat(same(new Shown(exact.get(i), true), csv.get(i + 1).get(1)))
          .as(exact.get(i) + " is held as " + csv.get(i + 1).get(1))
          .isTrue();
    }
  }

  @Test
  void aFileIsNamedAndSaysWhatItIsAbout() throws IOException {
    PageResponse response = shop.get("/export/cockpit/region.xlsx?lang=zh&region=[Region].[China]");
    assertThat(response.headers().get("Content-Disposition"))
        .startsWith("attachment; filename=\"")
        .contains("filename*=UTF-8''%E9%A9%BE");
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(response.body()))) {
      List<Row> rows = workbook.getFirstSheet().read();
      List<String> block =
          rows.subList(0, 7).stream().map(r -> String.join("|", texts(r))).toList();
      assertThat(String.join("\n", block))
          .contains("期间|2025年")
          .contains("地区|全部 › 中国")
          .contains("Shop");
    }
  }

  @Test
  void aWholePageIsOneBook() throws IOException {
    PageResponse response = shop.get("/export/cockpit.xlsx?lang=en");
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(response.body()))) {
      assertThat(workbook.getSheets().map(Sheet::getName).toList())
          .contains("Key figures", "Over time", "By region")
          .hasSizeGreaterThan(5);
    }
  }

  @Test
  void chartsAreDrawings() throws IOException {
    PageResponse svg = shop.get("/export/cockpit/region.svg?lang=en");
    assertThat(svg.contentType()).startsWith("image/svg+xml");
    assertThat(svg.text()).startsWith("<svg").contains("China").doesNotContain("var(--");
    PageResponse png = shop.get("/export/cockpit/region.png?lang=en");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png.body()));
    assertThat(picture.getWidth()).isEqualTo(1920);
    assertThat(shop.get("/export/cockpit/region.svg?chart=2").status()).isEqualTo(404);
    assertThat(shop.get("/export/cockpit/figures.svg").status()).isEqualTo(404);
    assertThat(shop.get("/export/cockpit.svg").status()).isEqualTo(404);
  }

  @Test
  void aMarkIsWrittenWhereItIsWanted() {
    String plain = shop.get("/export/cockpit/time.csv?lang=en").text();
    assertThat(shop.get("/export/cockpit/time.csv?lang=en&bom=yes").text())
        .isEqualTo("\ufeff" + plain);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String address :
        List.of("cockpit/none.csv", "none/none.xlsx", "cockpit/time.doc", "cockpit", "a/b/c.csv")) {
      assertThat(shop.get("/export/" + address).status()).as(address).isEqualTo(404);
    }
    assertThat(shop.get("/export/cockpit/time.csv?period=[Time].[1900]").status()).isEqualTo(404);
  }
}
