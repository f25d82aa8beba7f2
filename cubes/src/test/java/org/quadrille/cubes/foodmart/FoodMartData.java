package org.quadrille.cubes.foodmart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.VersionRule;

/**
 * FoodMart in a DuckDB file, made once in the build folder and used again by later builds. The
 * tests only read it.
 */
public final class FoodMartData {
  /** Changes when the copy is made in another way, so that older files are left alone. */
  private static final String FILE = "foodmart-1.duckdb";

  private FoodMartData() {}

  /** Made when first asked for. */
  private static final class Holder {
    static final Path FILE = make();
  }

  /** The DuckDB file with all tables, in the database's main schema. */
  public static Path file() {
    return Holder.FILE;
  }

  /** The file's JDBC address. */
  public static String url() {
    return "jdbc:duckdb:" + file();
  }

  /** The schema of the tests over these tables. */
  public static Path schema() {
    return resource("Foodmart.xml");
  }

  /** A catalog of that schema; its data never change. */
  public static CatalogSettings settings() {
    return new CatalogSettings("FoodMart", schema(), url(), null, null, new VersionRule.Static());
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(FoodMartData.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Path make() {
    Path folder = target();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      return file;
    }
    try {
      Path part = Files.createTempDirectory(folder, "foodmart").resolve(FILE);
      try (Connection source =
              DriverManager.getConnection(
                  "jdbc:hsqldb:res:foodmart;shutdown=true", "FOODMART", "FOODMART");
          Connection copy = DriverManager.getConnection("jdbc:duckdb:" + part)) {
        new TableCopy(source, copy).copyAll("foodmart");
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(part.getParent());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("FoodMart cannot be copied to " + file, e);
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
