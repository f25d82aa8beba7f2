package org.quadrille.cubes.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reads the schemas of the conformance material, where it lies beside the repository or in the
 * folder of the system property {@code quadrille.conformance}.
 */
class ConformanceSchemaTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("quadrille.conformance", "../../shared/conformance"));

  @BeforeEach
  void needsMaterial() {
    assumeTrue(
        Files.exists(FOLDER.resolve("FoodMart.xml")),
        "the conformance material is not beside the repository (" + FOLDER + ")");
  }

  @Test
  void foodMartHasItsSevenCubesWithoutFaults() {
    Schema schema = SchemaReader.read(FOLDER.resolve("FoodMart.xml"));
    assertThat(schema.faults()).isEmpty();
    assertThat(schema.cubes())
        .extracting(Cube::name)
        .containsExactly(
            "Sales", "Warehouse", "Store", "HR", "Sales Ragged", "Sales 2", "Warehouse and Sales");
    assertThat(schema.roles())
        .containsOnlyKeys("California manager", "No HR Cube", "Administrator");
  }

  @Test
  void virtualCubeOfFoodMartBringsAlongWhatItsFormulasNeed() {
    Cube cube = SchemaReader.read(FOLDER.resolve("FoodMart.xml")).cubes().get(6);
    assertThat(cube.calculatedMembers())
        .extracting(m -> m.name() + (m.visible() ? "" : " (hidden)"))
        .containsExactly(
            "Profit",
            "Profit Growth",
            "Average Warehouse Sale",
            "Profit last Period (hidden)",
            "Profit Per Unit Shipped");
    assertThat(cube.measureGroups())
        .extracting(MeasureGroup::name)
        .containsExactly("Sales", "Warehouse");
    assertThat(cube.measureGroups().get(1).links())
        .extracting(MeasureGroup.Link::dimension)
        .containsExactly("Product", "Store", "Time", "Warehouse");
  }

  @Test
  void everySchemaIsReadButForWhatIsWrongOnPurpose() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(FOLDER.resolve("schemas"))) {
      files = found.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
    }
    for (Path file : files) {
      Schema schema = SchemaReader.read(file);
      schema
          .faults()
          .forEach(f -> System.out.println(file.getFileName() + ": " + f.cube() + ": " + f));
    }
  }
}
