package org.quadrille.cubes.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.foodmart.FoodMartData;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.Cell;

/**
 * Runs the scripts of functions on FoodMart's Sales cube: an expression on each line and, after
 * {@code =>}, the text of its cell, or why it has none. With {@code -Dquadrille.rewrite=true} what
 * comes out is written into the copy of the script in the build folder, to be compared and taken
 * over by hand.
 */
class FunctionScriptTest {
  private static final List<String> THEMES =
      List.of("arithmetic", "members", "sets", "order", "aggregates", "time", "refused");

  private static final String ARROW = " =>";

  @TestFactory
  Stream<DynamicTest> scripts() {
    return THEMES.stream().map(theme -> DynamicTest.dynamicTest(theme, () -> run(theme)));
  }

  private static void run(String theme) throws IOException {
    Path file = file(theme + ".txt");
    List<String> expected = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> actual = new ArrayList<>();
    Clock clock = Clock.fixed(Instant.parse("1997-08-15T12:00:00Z"), ZoneOffset.UTC);
    try (Catalogs catalogs = Catalogs.open(List.of(FoodMartData.settings()), clock)) {
      Catalog catalog = catalogs.get("FoodMart");
      for (String line : expected) {
        actual.add(line.isBlank() || line.startsWith("#") ? line : answered(line, catalog));
      }
    }
    if (Boolean.getBoolean("quadrille.rewrite")) {
      Files.write(file, actual, StandardCharsets.UTF_8);
    }
    assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
  }

  private static String answered(String line, Catalog catalog) {
    int arrow = line.indexOf(ARROW);
    String expression = arrow < 0 ? line : line.substring(0, arrow);
    String mdx =
        "with member [Measures].[X] as "
            + expression
            + ", FORMAT_STRING = '0.####' select {[Measures].[X]} on columns from [Sales]";
    return (expression + ARROW + " " + text(mdx, catalog)).stripTrailing();
  }

  private static String text(String mdx, Catalog catalog) {
    try {
      Cell cell = catalog.execute(mdx, QueryContext.DEFAULT).cells().get(0);
      return cell.error() == null ? cell.formatted() : "error: " + cell.error();
    } catch (MdxException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(FunctionScriptTest.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
