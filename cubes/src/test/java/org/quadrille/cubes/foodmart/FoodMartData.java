package org.quadrille.cubes.foodmart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.VersionRule;

/**
 * FoodMart in a DuckDB file, made once in the build folder and used again by later builds. The
 * tests only read it.
 */
public final class FoodMartData {
  private static final List<String> FACTS =
      List.of("sales_fact_1997", "sales_fact_1998", "inventory_fact_1997", "salary");

  /** Changes when the copy is made in another way, so that older files are left alone. */
  private static final String FILE = "foodmart-1.duckdb";

  private static final String THIN = "foodmart-thin-1.duckdb";

  private FoodMartData() {}

  /** Made when first asked for. */
  private static final class Whole {
    static final Path FILE = made(FoodMartData.FILE, FoodMartData::copy);
  }

  /** Made when first asked for. */
  private static final class Thin {
    static final Path FILE = made(THIN, FoodMartData::thin);
  }

  /** The DuckDB file with all tables, in the database's main schema. */
  public static Path file() {
    return Whole.FILE;
  }

  /** The file's JDBC address. */
  public static String url() {
    return "jdbc:duckdb:" + file();
  }

  /** The address of the same with a sixth of the facts, for many queries in little time. */
  public static String thinUrl() {
    return "jdbc:duckdb:" + Thin.FILE;
  }

  /** The schema of the tests over these tables. */
  public static Path schema() {
    return resource("Foodmart.xml");
  }

  /** A catalog of that schema over all facts. */
  public static CatalogSettings settings() {
    return settings(url());
  }

  /**
   * A catalog of that schema; its data never change.
   *
   * @param url of a database with FoodMart's tables
   */
  public static CatalogSettings settings(String url) {
    return new CatalogSettings("FoodMart", schema(), url, null, null, new VersionRule.Static());
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(FoodMartData.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** What fills a file that is not there yet. */
  private interface Filling {
    void fill(Path file) throws SQLException;
  }

  /** A file of the build folder; it has its name only once it is complete. */
  private static Path made(String name, Filling filling) {
    Path folder = target();
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return file;
    }
    try {
      Path part = Files.createTempDirectory(folder, "foodmart").resolve(name);
      filling.fill(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(part.getParent());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(file + " cannot be made", e);
    }
  }

  private static void copy(Path file) throws SQLException {
    try (Connection source =
            DriverManager.getConnection(
                "jdbc:hsqldb:res:foodmart;shutdown=true", "FOODMART", "FOODMART");
        Connection copy = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      new TableCopy(source, copy).copyAll("foodmart");
    }
  }

  private static void thin(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select table_name from duckdb_tables() where database_name = current_database()")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      statement.execute("attach '" + file.toString().replace("'", "''") + "' as thin");
      for (String table : tables) {
        statement.execute(
            "create table thin.main.\"%s\" as from \"%s\"%s"
                .formatted(
                    table, table, FACTS.contains(table) ? " where hash(rowid) % 6 = 0" : ""));
      }
      statement.execute("detach thin");
    }
  }

  /** The build folder, found from where the compiled tests are. */
  private static Path target() {
    Path folder = resource("Foodmart.xml");
    while (!folder.getFileName().toString().equals("target")) {
      folder = Objects.requireNonNull(folder.getParent(), "the tests are not in a build folder");
    }
    return folder;
  }
}
