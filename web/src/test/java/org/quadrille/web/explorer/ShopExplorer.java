package org.quadrille.web.explorer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.quadrille.cubes.analysis.AnswerCache;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.web.chart.ChartJson;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.text.Language;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** The cubes of a small shop, to be explored, and its tables, to be asked by SQL. */
final class ShopExplorer implements AutoCloseable {
  private static final Path SHOP = Path.of("../cubes/src/test/resources/shop");

  private final String url;
  private final Catalogs catalogs;
  private final GridCache cache = new GridCache(400_000);

  ShopExplorer(Path folder) {
    url = "jdbc:duckdb:" + folder.resolve("shop.duckdb");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(SHOP.resolve("shop.sql"), StandardCharsets.UTF_8));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    catalogs =
        Catalogs.open(
            List.of(
                new CatalogSettings(
                    "Shop", SHOP.resolve("shop.xml"), url, null, null, new VersionRule.Static())),
            Clock.systemUTC());
  }

  Pivot pivot(String cube) {
    return pivot(cube, Language.EN);
  }

  Pivot pivot(String cube, Language language) {
    PageRequest request =
        new PageRequest(
            "GET", "/explore", java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), null);
    return new Pivot(
        new PageContext(
            request,
            Address.of("/explore"),
            Messages.of(language),
            new NumberText(language),
            new ChartJson(language),
            QueryContext.DEFAULT.withLocale(language.locale()),
            catalogs.get("Shop"),
            cube,
            new AnswerCache(0)),
        cache);
  }

  /** Rows of texts and numbers that plain SQL gives. */
  List<List<Object>> sql(String query) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() {
    catalogs.close();
  }
}
