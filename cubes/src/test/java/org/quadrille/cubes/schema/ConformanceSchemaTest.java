package org.quadrille.cubes.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    Set<String> faulty = new TreeSet<>();
    for (Path file : files) {
      Schema schema = SchemaReader.read(file);
      for (SchemaFault fault : schema.faults()) {
        System.out.println(file.getFileName() + ": " + fault.cube() + ": " + fault);
        faulty.add(file.getFileName().toString().replace(".xml", "") + " " + fault.cube());
      }
      assertThat(schema.cubes()).isNotEmpty();
    }
    faulty.removeIf(f -> f.endsWith(" Warehouse and Sales"));
    assertThat(faulty)
        .containsExactlyInAnyOrder(
            // A calculated member with dimension and hierarchy, of an unknown dimension, without
            // a formula.
            "467b32860298 Sales",
            "8fd12d764685 Sales",
            "e0e1008fccf5 Sales",
            // A dimension that is there twice.
            "4ac040643b39 Sales",
            // Unknown kinds of level and of aggregation.
            "746e414bb609 Sales",
            "96507575ce3b Sales",
            "7d62c8791c58 Sales",
            // A primary key in a table that the hierarchy does not have; no fact table.
            "8e910fca3eee Sales",
            "9a7b6df539ad Cube with caption",
            // A virtual cube over an unknown cube.
            "da16a99847f9 Sales vs Warehouse");
  }
}
