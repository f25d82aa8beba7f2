package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quadrille.cubes.exec.SegmentFault;
import org.quadrille.cubes.result.CellSet;

/** The comparison of {@link RandomQueryTest} notices when cells in the cache are not right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedFaultTest {
  private static final int PLANTED = 12;

  private final FoodMartCatalog catalog = FoodMartCatalog.thin();
  private List<RandomCube> cubes = List.of();

  @BeforeAll
  void readCubes() {
    cubes = RandomCube.all(catalog);
  }

  @AfterAll
  void close() {
    catalog.close();
  }

  @ParameterizedTest
  @EnumSource
  void faultInWhatIsShownIsCaught(SegmentFault fault) {
    String mdx =
        "select {[Measures].[Units], [Measures].[Revenue], [Measures].[Buyers]} on columns,"
            + " [Store].[State].Members on rows from [Sales]";
    CellSet wanted = catalog.plain(mdx);
    for (int i = 0; i < 10; i++) {
      catalog.forgetCells();
      assertThat(AnswerDifference.between(wanted, catalog.batched(mdx))).isNull();
      assertThat(fault.plant(catalog.cells(), new Random(i))).isTrue();
      assertThat(AnswerDifference.between(wanted, catalog.batched(mdx))).isNotNull();
    }
  }

  /** A fault may lie in a cell that only a condition looks at, so not each one can be seen. */
  @ParameterizedTest
  @EnumSource
  void mostFaultsInRandomQueriesAreCaught(SegmentFault fault) {
    int planted = 0;
    int caught = 0;
    for (long seed = 100_000; planted < PLANTED; seed++) {
      String mdx = RandomQuery.of(seed, cubes).mdx();
      catalog.forgetCells();
      RandomAnswer right = RandomAnswer.of(() -> catalog.batched(mdx));
      if (right.isFilled() && fault.plant(catalog.cells(), new Random(seed))) {
        planted++;
        caught += right.difference(RandomAnswer.of(() -> catalog.batched(mdx))) == null ? 0 : 1;
      }
    }
    assertThat(caught).as("of %d planted faults", planted).isGreaterThan(PLANTED / 4);
  }
}
