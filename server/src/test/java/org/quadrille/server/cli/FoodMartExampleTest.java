package org.quadrille.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.catalog.Catalogs;

/** The example in {@code docs/examples/foodmart}, from the job to a query on the command line. */
class FoodMartExampleTest {
  private static final String SCHEMA =
      """
      <Schema name="Shop">
        <Cube name="Sales">
          <Table name="sales_fact_1997"/>
          <Dimension name="Store" foreignKey="store_id">
            <Hierarchy hasAll="true" primaryKey="store_id">
              <Table name="store"/>
              <Level name="Country" column="store_country" uniqueMembers="true"/>
              <Level name="State" column="store_state" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Unit Sales" column="unit_sales" aggregator="sum" formatString="#,##0"/>
        </Cube>
      </Schema>
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void jobLoadsAndTheCubeAnswers() throws IOException {
    Path examples = Path.of("").toAbsolutePath().resolveSibling("docs/examples/foodmart");
    Files.writeString(folder.resolve("FoodMart.xml"), SCHEMA);
    Path config = folder.resolve("serve.yaml");
    Files.copy(examples.resolve("serve.yaml"), config);

    assertThat(run("load", examples.resolve("foodmart.yaml").toString(), "--data", folder + ""))
        .as(err.toString(StandardCharsets.UTF_8))
        .isZero();
    int code =
        run(
            "mdx",
            "--config",
            config.toString(),
            "--format",
            "csv",
            "select {[Measures].[Unit Sales]} on columns,"
                + " {[Store].[All Stores], [Store].[USA].Children} on rows from Sales");

    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(l -> l.replaceAll("\\.0+$", "")))
        .containsExactly(
            "Store,Unit Sales", "All Stores,266773", "CA,74748", "OR,67659", "WA,124366");
  }

  private int run(String... args) {
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return CommandLines.of(
            console, (settings, limits) -> Catalogs.open(settings, Clock.systemUTC()))
        .execute(args);
  }
}
