package org.quadrille.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.page.PageSettings;

/** The pages over the cubes of a small shop, asked as a browser would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {
  private static final Path SHOP = Path.of("../cubes/src/test/resources/shop");
  private static final Pattern PANEL = Pattern.compile("hx-get=\"(/panels/[^\"]+)\"");
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
  private static final Pattern CHART =
      Pattern.compile("<script type=\"application/json\">.*?</script>", Pattern.DOTALL);

  private Catalogs catalogs;
  private Pages pages;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException, SQLException {
    String url = "jdbc:duckdb:" + folder.resolve("shop.duckdb");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(SHOP.resolve("shop.sql"), StandardCharsets.UTF_8));
    }
    CatalogSettings settings =
        new CatalogSettings(
            "Shop", SHOP.resolve("shop.xml"), url, null, null, new VersionRule.Static());
    catalogs = Catalogs.open(List.of(settings), Clock.systemUTC());
    pages = new Pages(catalogs, PageSettings.DEFAULT);
  }

  @AfterAll
  void close() {
    catalogs.close();
  }

  private PageResponse get(String address) {
    return get(address, Map.of(), Map.of());
  }

  private PageResponse get(
      String address, Map<String, String> headers, Map<String, String> cookies) {
    String[] parts = address.replace("&amp;", "&").split("[?#]", 3);
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (parts.length > 1 && parts[1].contains("=")) {
      for (String pair : parts[1].split("&", -1)) {
        String[] sides = pair.split("=", 2);
        query.computeIfAbsent(decode(sides[0]), k -> new ArrayList<>()).add(decode(sides[1]));
      }
    }
    PageRequest request = new PageRequest("GET", parts[0], query, headers, cookies, null);
    return pages.handle(request).orElseThrow(() -> new AssertionError("no page: " + address));
  }

  private static String decode(String text) {
    return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static List<String> all(Pattern pattern, String html) {
    return pattern.matcher(html).results().map(match -> match.group(1)).toList();
  }

  /** A page with all its panels. */
  private String whole(String address) {
    PageResponse page = get(address);
    assertThat(page.status()).as(address).isEqualTo(200);
    StringBuilder html = new StringBuilder(page.text());
    List<String> panels = all(PANEL, page.text());
    assertThat(panels).as(address).isNotEmpty();
    for (String panel : panels) {
      PageResponse response = get(panel);
      assertThat(response.status()).as(panel).isEqualTo(200);
      html.append(response.text());
    }
    return html.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?a=",
        "/pareto?a=",
        "/classes?a=",
        "/profit?view=overview",
        "/profit?view=customers",
        "/profit?view=products",
        "/profit?view=employees",
        "/profit?view=campaign&window=20",
        "/profit?view=orders",
        "/competitors?view=overview",
        "/competitors?view=shares",
        "/competitors?view=prices",
        "/competitors?view=bids"
      })
  void everyPanelHasSomethingToShow(String path) {
    String html = whole(path + "&lang=en");
    assertThat(html).doesNotContain("class=\"empty\"").doesNotContain("role=\"alert\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/pareto", "/classes", "/profit", "/competitors"})
  void noPageMixesLanguages(String path) {
    String english = visible(whole(path + "?lang=en&catalog=Shop")).replace("中文", "");
    assertThat(english.codePoints().filter(Character::isIdeographic).count()).isZero();
    String chinese = visible(whole(path + "?lang=zh&catalog=Shop"));
    assertThat(
            Pattern.compile("[A-Za-z]{3,}")
                .matcher(chinese)
                .results()
                .map(MatchResult::group)
                .distinct())
        // Names of formats, and the version of data that never change.
        .isSubsetOf(
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
            "PDF");
  }

  /** What people see or hear: texts and labels, neither queries nor names in addresses. */
  private static String visible(String html) {
    String labels =
        String.join(" ", all(Pattern.compile("(?:aria-label|title|label)=\"([^\"]*)\""), html));
    String series = String.join(" ", all(Pattern.compile("\"name\":\"([^\"]*)\""), html));
    String text =
        CHART
            .matcher(html)
            .replaceAll("")
            .replaceAll("(?s)<pre.*?</pre>", "")
            .replaceAll("<[^>]*>", " ")
            .replaceAll("&[a-z]+;", " ");
    return text + labels + series;
  }

  @Test
  void figuresAreThoseOfThePeriodAndItsCounterpart() {
    String html = get("/panels/cockpit/figures?lang=en").text();
    assertThat(html).contains("Sales − cost").contains("last year");
    String subtitle = "2025, compared with the same 3 months of 2024";
    assertThat(get("/?lang=en").text()).contains(subtitle);
    assertThat(get("/?lang=zh").text()).contains("2025年，与2024年相同的 3 个月比较");
  }

  @Test
  void theSentenceOfTheRankingIsSaid() {
    String html = get("/panels/pareto/ranking?lang=en&period=%5BTime%5D.%5B2024%5D").text();
    assertThat(html)
        .containsPattern("\\d+ of \\d+ customers \\(\\d+\\.\\d%\\) bring 8\\d\\.\\d% of sales\\.");
    assertThat(html).contains("at or below zero");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/pareto", "/classes", "/profit", "/competitors"})
  void everyLinkOfAPageLeadsSomewhere(String path) {
    String html = whole(path + "?lang=en");
    List<String> links = new ArrayList<>(all(LINK, html));
    all(Pattern.compile("\"(/[?a-z][^\"]*)\""), String.join("", charts(html))).stream()
        .limit(40)
        .forEach(links::add);
    assertThat(links).hasSizeGreaterThan(15);
    for (String link : links.stream().distinct().limit(60).toList()) {
      assertThat(get(link).status()).as(link).isEqualTo(200);
    }
  }

  private static List<String> charts(String html) {
    return CHART.matcher(html).results().map(MatchResult::group).toList();
  }

  @Test
  void drillingGoesDownAndTheTrailGoesBack() {
    String html = whole("/?lang=en&region=%5BRegion%5D.%5BChina%5D");
    assertThat(html).contains("City 1").contains("<span aria-current=\"true\">China</span>");
    String leaf = whole("/?lang=en&region=%5BRegion%5D.%5BChina%5D.%5BCity+1%5D");
    assertThat(leaf).contains(">China</a>").doesNotContain("role=\"alert\"");
    String ranking =
        whole(
            "/pareto?lang=en&customer=%5BCustomer%5D.%5BShop%5D&level=%5BCustomer%5D.%5BCustomer+Name%5D");
    assertThat(ranking).contains("customers (");
  }

  @Test
  void whatDoesNotExistIsSaidWithoutLosingThePage() {
    PageResponse page = get("/?lang=en&region=%5BRegion%5D.%5BAtlantis%5D");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("Atlantis").contains("<nav");
    assertThat(get("/?lang=en&catalog=None").status()).isEqualTo(404);
    assertThat(get("/pareto?threshold=many").status()).isEqualTo(404);
    assertThat(get("/panels/cockpit/none").status()).isEqualTo(404);
    assertThat(get("/panels/none/none").status()).isEqualTo(404);
  }

  @Test
  void aCubeWithoutWhatThePageNeedsSaysWhatIsMissing() {
    PageResponse page = get("/?lang=en&cube=Stock");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("no dimension for Time").contains("quadrille.role");
    assertThat(get("/pareto?lang=en&cube=Stock").text()).contains("no dimension for Time");
    assertThat(get("/competitors?lang=zh&cube=Sales").text()).contains("没有立方体含“市场金额”度量");
  }

  @Test
  void theLanguageIsThatOfTheAddressTheCookieOrTheBrowser() {
    Map<String, String> chinese = Map.of("accept-language", "zh-CN,en;q=0.5");
    assertThat(get("/", chinese, Map.of()).text()).contains("<html lang=\"zh-CN\"");
    Map<String, String> cookie = Map.of("quadrille_lang", "en");
    assertThat(get("/", chinese, cookie).text()).contains("<html lang=\"en\"");
    PageResponse switched = get("/?lang=zh", Map.of(), cookie);
    assertThat(switched.text()).contains("<html lang=\"zh-CN\"");
    assertThat(switched.headers().get("Set-Cookie")).startsWith("quadrille_lang=zh;");
    assertThat(get("/", Map.of(), Map.of("quadrille_theme", "dark")).text())
        .contains("data-theme=\"dark\"");
  }

  @Test
  void scriptsComeFromFilesOnly() {
    PageResponse page = get("/");
    assertThat(page.headers().get("Content-Security-Policy")).startsWith("default-src 'self'");
    assertThat(page.text()).doesNotContainPattern("<script(?! src)");
    assertThat(page.text()).doesNotContain(" onclick=").doesNotContain("style=\"");
    for (String file : all(Pattern.compile("\"(/static/[^\"]+)\""), page.text())) {
      assertThat(get(file).headers().get("Cache-Control")).as(file).contains("immutable");
    }
  }

  @Test
  void namesFromDataCannotBecomeMarkup() {
    assertThat(whole("/?lang=en")).contains("Tea &amp; Coffee").doesNotContain(">Tea & Coffee<");
  }

  @Test
  void otherPathsAndMethodsAreLeftAlone() {
    PageRequest other = new PageRequest("GET", "/api/v1/mdx", Map.of(), Map.of(), Map.of(), null);
    assertThat(pages.handle(other)).isEmpty();
    assertThat(pages.notFound(other).status()).isEqualTo(404);
    PageRequest post = new PageRequest("POST", "/", Map.of(), Map.of(), Map.of(), null);
    assertThat(pages.handle(post).orElseThrow().status()).isEqualTo(405);
  }
}
