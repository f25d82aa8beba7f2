package org.quadrille.cubes.analysis;

import java.io.IOException;
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
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.VersionRule;

/**
 * A small shop twice: as cubes over a database file, and as a database in memory that the tests ask
 * by SQL of their own.
 */
public final class Shop implements AutoCloseable {
  private static final Path FOLDER = Path.of("src/test/resources/shop");

  private final Catalogs catalogs;
  private final Connection oracle;

  private Shop(Catalogs catalogs, Connection oracle) {
    this.catalogs = catalogs;
    this.oracle = oracle;
  }

  /** Opens it in a folder. */
  public static Shop open(Path folder) throws IOException, SQLException {
    String url = "jdbc:duckdb:" + folder.resolve("shop.duckdb");
    String script = Files.readString(FOLDER.resolve("shop.sql"), StandardCharsets.UTF_8);
    try (Connection file = DriverManager.getConnection(url)) {
      run(file, script);
    }
    Connection oracle = DriverManager.getConnection("jdbc:duckdb:");
    run(oracle, script);
    CatalogSettings settings =
        new CatalogSettings(
            "Shop", FOLDER.resolve("shop.xml"), url, null, null, new VersionRule.Static());
    return new Shop(Catalogs.open(List.of(settings), Clock.systemUTC()), oracle);
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  Catalog catalog() {
    return catalogs.get("Shop");
  }

  /** Opens a cube. */
  public CubeReader reader(String cube) {
    return new CubeReader(catalog(), cube, QueryContext.DEFAULT);
  }

  /** The rows of a query as doubles; NULL as NaN. */
  public List<List<Double>> sql(String query) throws SQLException {
    List<List<Double>> rows = new ArrayList<>();
    try (Statement statement = oracle.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Double> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          double value = result.getDouble(column);
          row.add(result.wasNull() ? Double.NaN : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    catalogs.close();
    oracle.close();
  }
}
