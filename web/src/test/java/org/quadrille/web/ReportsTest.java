package org.quadrille.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.web.drawing.PaperFonts;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.page.PageSettings;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportException;
import org.quadrille.web.report.ReportHead;
import org.quadrille.web.report.ReportLibrary;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.schedule.ScheduleBoard;
import org.quadrille.web.text.Language;
import org.quadrille.web.view.PassingViews;

/** Reports over the cubes of a small shop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportsTest {
  private static final Path SHOP = Path.of("../cubes/src/test/resources/shop");
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 2, 7, 30, 0, 0, ZoneOffset.UTC);
  private static final Pattern CELL =
      Pattern.compile("<t[dh](?: scope=\"row\")?(?: class=\"number\")?>(.*?)</t[dh]>");
  private static final Pattern TILE = Pattern.compile("class=\"tile-value\"[^>]*>([^<]*)<");

  private Catalogs catalogs;
  private Path folder;
  private Pages pages;

  @BeforeAll
  void open(@TempDir Path temporary) throws IOException, SQLException {
    String url = "jdbc:duckdb:" + temporary.resolve("shop.duckdb");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(SHOP.resolve("shop.sql"), StandardCharsets.UTF_8));
    }
    CatalogSettings settings =
        new CatalogSettings(
            "Shop", SHOP.resolve("shop.xml"), url, null, null, new VersionRule.Static());
    catalogs = Catalogs.open(List.of(settings), Clock.systemUTC());
    folder = Files.createDirectory(temporary.resolve("reports"));
    pages =
        new Pages(
            catalogs,
            PageSettings.DEFAULT,
            new PassingViews(),
            new ReportLibrary(folder),
            PaperFonts.find(),
            ScheduleBoard.none());
  }

  @AfterAll
  void close() {
    catalogs.close();
  }

  private static ReportRequest request(Language language, Map<String, List<String>> parameters) {
    return new ReportRequest(language, null, parameters, NOW);
  }

  private Report make(String name, Language language) {
    return pages.reports().make(name, request(language, Map.of()));
  }

  private static void needsHan(Language language) {
    Assumptions.assumeTrue(
        language != Language.ZH || PaperFonts.find().han().isPresent(),
        "no Chinese font on this machine");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private Stream<Arguments> readyReports() {
    return new ReportLibrary(null)
        .names().stream()
            .flatMap(name -> Stream.of(Language.values()).map(l -> Arguments.of(name, l)));
  }

  /** What a panel of a page shows in its tiles and tables, as its HTML has it. */
  private List<String> shown(String page, String panel, Language language) {
    String path = "/panels/" + page + "/" + panel;
    PageRequest get =
        new PageRequest(
            "GET", path, Map.of("lang", List.of(language.code())), Map.of(), Map.of(), null);
    PageResponse response = pages.handle(get).orElseThrow();
    assertThat(response.status()).as(path).isEqualTo(200);
    List<String> shown = new ArrayList<>();
    for (Pattern pattern : List.of(CELL, TILE)) {
      Matcher matcher = pattern.matcher(response.text());
      while (matcher.find()) {
        shown.add(
            matcher
                .group(1)
                .replaceAll("<[^>]*>", "")
                .replace("&amp;", "&")
                .replaceAll("[▲▼]", "")
                .strip());
      }
    }
    return shown;
  }

  @ParameterizedTest
  @MethodSource("readyReports")
  void numbersInThePdfAreThoseOfThePages(String name, Language language) throws IOException {
    needsHan(language);
    Report report = make(name, language);
    assertThat(report.problems()).isEmpty();
    String pdf = text(pages.printer().print(report.html())).replaceAll("\\s+", "");
    int compared = 0;
    for (ReportHead.Section section : pages.reports().library().get(name).head().sections()) {
      ReportHead.PageSection part = (ReportHead.PageSection) section;
      for (String panel : panels(part, language)) {
        List<String> cells = shown(part.page(), panel, language);
        // The table under a chart is printed where it is short.
        boolean printed = cells.size() <= 40 || panel.equals("table");
        for (String cell : printed ? cells : List.<String>of()) {
          if (cell.matches(".*\\d.*")) {
            assertThat(pdf).as(part.page() + "/" + panel).contains(cell.replaceAll("\\s+", ""));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
    assertThat(pdf).as("what a click does").doesNotContain("Click").doesNotContain("点击");
  }

  private List<String> panels(ReportHead.PageSection part, Language language) {
    if (!part.panels().isEmpty()) {
      return part.panels();
    }
    String path = part.page().equals("cockpit") ? "/" : "/" + part.page();
    PageRequest get =
        new PageRequest(
            "GET", path, Map.of("lang", List.of(language.code())), Map.of(), Map.of(), null);
    Matcher matcher =
        Pattern.compile("hx-get=\"/panels/" + part.page() + "/([^?\"]*)")
            .matcher(pages.handle(get).orElseThrow().text());
    return matcher.results().map(match -> match.group(1)).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePdfIsTaggedAndNamesItsTitleAndLanguage(Language language) throws IOException {
    needsHan(language);
    Report report = make("executive-summary", language);
    byte[] pdf = pages.printer().print(report.html());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo(report.title());
      assertThat(document.getDocumentCatalog().getLanguage())
          .isEqualTo(language == Language.ZH ? "zh-CN" : "en");
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren()).isTrue();
      assertThat(document.getNumberOfPages()).isGreaterThan(4);
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
        }
      }
    }
    String text = text(pdf);
    assertThat(text)
        .contains(language == Language.ZH ? "第2 页，共" : "Page 2 of")
        .contains(language == Language.ZH ? "经营摘要" : "Executive summary")
        .contains("2026");
  }

  @Test
  void equalReportsHaveEqualFingerprintsAtAnyTime() {
    Report first = make("pareto", Language.EN);
    ReportRequest later = new ReportRequest(Language.EN, null, Map.of(), NOW.plusDays(1));
    Report second = pages.reports().make("pareto", later);
    assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(second.html()).isNotEqualTo(first.html());
    Map<String, List<String>> other = Map.of("period", List.of("[Time].[2024]"));
    assertThat(pages.reports().make("pareto", request(Language.EN, other)).fingerprint())
        .isNotEqualTo(first.fingerprint());
  }

  @Test
  void everyPageCanBeHadAsPdf() throws IOException {
    for (String page : List.of("cockpit", "pareto", "competitors")) {
      PageRequest get =
          new PageRequest(
              "GET", "/pdf/" + page, Map.of("lang", List.of("en")), Map.of(), Map.of(), null);
      PageResponse response = pages.handle(get).orElseThrow();
      assertThat(response.contentType()).as(page).isEqualTo("application/pdf");
      assertThat(text(response.body())).contains("Page 1 of");
    }
  }

  @Test
  void aReportOfOnesOwnShowsPanelsAndQueries() throws IOException {
    Files.writeString(
        folder.resolve("weekly.ftlh"),
        """
        ---
        title: Weekly
        paper: A4 landscape
        parameters: {period: "[Time].[2024]"}
        sections:
          - {name: figures, page: cockpit, panels: [figures]}
          - name: regions
            title: Regions
            query: select {[Measures].members} on columns, [Region].[Country].members on rows from Sales
        ---
        <h2>Hello ${1 + 1} & you</h2>
        <@section part.figures/>
        <@section part.regions/>
        """
            .replace("& you", "&amp; you"));
    Report report = make("weekly", Language.EN);
    assertThat(report.problems()).isEmpty();
    String text = text(pages.printer().print(report.html()));
    assertThat(text).contains("Hello 2 & you").contains("Regions").contains("China");
  }

  @Test
  void aPartThatFailsIsToldAndDoesNotStopTheRest() throws IOException {
    Files.writeString(
        folder.resolve("broken.ftlh"),
        """
        ---
        title: Broken
        sections:
          - {name: gone, page: cockpit, panels: [nothing, figures]}
          - {name: query, query: select from Nowhere, title: Query}
        ---
        <@sections/>
        """);
    Report report = make("broken", Language.EN);
    assertThat(report.problems()).hasSize(2).anyMatch(p -> p.contains("nothing"));
    assertThat(text(pages.printer().print(report.html()))).contains("Nowhere").contains("Sales");
  }

  @Test
  void mistakesInFilesAreToldWithTheirPlace() throws IOException {
    Files.writeString(folder.resolve("a.ftlh"), "title: x\n");
    assertThatThrownBy(() -> make("a", Language.EN)).hasMessageContaining("a.ftlh:1:1: a report");
    Files.writeString(folder.resolve("b.ftlh"), "---\ntitle: x\npapre: A4\n---\n");
    assertThatThrownBy(() -> make("b", Language.EN))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("b.ftlh:3:1: unknown setting papre");
    Files.writeString(folder.resolve("c.ftlh"), "---\ntitle: x\n---\n\n${nobody}\n");
    assertThatThrownBy(() -> make("c", Language.EN)).hasMessageContaining("c.ftlh:5:");
    Files.writeString(
        folder.resolve("d.ftlh"), "---\ntitle: x\n---\n${\"java.lang.Runtime\"?new()}\n");
    assertThatThrownBy(() -> make("d", Language.EN)).hasMessageContaining("not allowed");
    assertThatThrownBy(() -> make("none", Language.EN)).hasMessageContaining("executive-summary");
    assertThatThrownBy(
            () ->
                pages.reports().make("pareto", request(Language.EN, Map.of("perod", List.of("x")))))
        .hasMessageContaining("no parameter perod");
  }

  @Test
  void nothingIsFetchedFromOutside() throws IOException {
    Files.writeString(
        folder.resolve("outside.ftlh"),
        "---\ntitle: x\n---\n<p>in</p><img alt=\"a\" src=\"file:///etc/hostname\"/>\n");
    byte[] pdf = pages.printer().print(make("outside", Language.EN).html());
    assertThat(text(pdf)).contains("in");
  }
}
