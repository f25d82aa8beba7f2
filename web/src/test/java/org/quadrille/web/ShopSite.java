package org.quadrille.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.page.PageSettings;

/** The pages over the cubes of a small shop, asked as a browser would. */
final class ShopSite implements AutoCloseable {
  private static final Path SHOP = Path.of("../cubes/src/test/resources/shop");
  private static final Pattern MENU = Pattern.compile("<ul id=\"pages\">.*?</ul>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
  private static final Pattern PANEL = Pattern.compile("hx-get=\"(/panels/[^\"]+)\"");

  private final Catalogs catalogs;
  private Pages pages;

  /** Makes the shop's database in a folder. */
  ShopSite(Path folder) {
    this(folder, SHOP.resolve("shop.xml"));
  }

  /** The same shop with a role that sees China only. */
  static ShopSite withRole(Path folder) {
    String role =
        """
        <Role name="China"><SchemaGrant access="none"><CubeGrant cube="Sales" access="all">
          <HierarchyGrant hierarchy="[Region]" access="custom" rollupPolicy="partial">
            <MemberGrant member="[Region].[China]" access="all"/>
          </HierarchyGrant>
        </CubeGrant></SchemaGrant></Role>
        """;
    try {
      String schema = Files.readString(SHOP.resolve("shop.xml"), StandardCharsets.UTF_8);
      Path changed = folder.resolve("shop.xml");
      Files.writeString(changed, schema.replace("</Schema>", role + "</Schema>"));
      return new ShopSite(folder, changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ShopSite(Path folder, Path schema) {
    String url = "jdbc:duckdb:" + folder.resolve("shop.duckdb");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(SHOP.resolve("shop.sql"), StandardCharsets.UTF_8));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    VersionRule version = new VersionRule.Static();
    CatalogSettings settings = new CatalogSettings("Shop", schema, url, null, null, version);
    catalogs = Catalogs.open(List.of(settings), Clock.systemUTC());
    pages = new Pages(catalogs, PageSettings.DEFAULT);
  }

  /** The answer to an address as it stands in a page. */
  PageResponse get(String address) {
    String[] parts = address.replace("&amp;", "&").split("[?#]", 3);
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (parts.length > 1 && parts[1].contains("=")) {
      for (String pair : parts[1].split("&", -1)) {
        String[] sides = pair.split("=", 2);
        query.computeIfAbsent(decode(sides[0]), k -> new ArrayList<>()).add(decode(sides[1]));
      }
    }
    String role = String.join("", query.getOrDefault("role", List.of()));
    PageRequest request =
        new PageRequest(
            "GET", decode(parts[0]), query, Map.of(), Map.of(), role.isBlank() ? null : role);
    return pages.handle(request).orElseThrow(() -> new AssertionError("no page: " + address));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Forgets all answers and cells; members stay known. */
  void forget() {
    catalogs.all().forEach(Catalog::forgetCells);
    pages = new Pages(catalogs, PageSettings.DEFAULT);
  }

  /** The number of SQL statements so far. */
  long statements() {
    return catalogs.load().started();
  }

  /** The addresses in the menu, which holds all pages. */
  List<String> menu(String language) {
    Matcher menu = MENU.matcher(get("/?lang=" + language).text());
    if (!menu.find()) {
      throw new AssertionError("the first page has no menu");
    }
    return all(LINK, menu.group());
  }

  /** The addresses of a page's panels. */
  List<String> panels(String page) {
    return all(PANEL, get(page).text());
  }

  /** What the first group of a pattern matched. */
  static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  @Override
  public void close() {
    catalogs.close();
  }
}
