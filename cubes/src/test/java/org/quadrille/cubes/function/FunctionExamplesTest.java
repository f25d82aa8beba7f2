package org.quadrille.cubes.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.eval.FunctionDefinition;
import org.quadrille.cubes.eval.Kind;
import org.quadrille.cubes.foodmart.FoodMartData;
import org.quadrille.cubes.result.Cell;
import org.quadrille.cubes.result.CellSet;

/** Runs the example of every signature on FoodMart's Sales cube. */
class FunctionExamplesTest {
  /** Sets that are empty where no time is current below the first level. */
  private static final Set<String> NOTHING = Set.of("PeriodsToDate");

  private static @Nullable Catalogs catalogs;

  @BeforeAll
  static void open() {
    Clock clock = Clock.fixed(Instant.parse("1997-08-15T12:00:00Z"), ZoneOffset.UTC);
    catalogs = Catalogs.open(List.of(FoodMartData.settings()), clock);
  }

  @AfterAll
  static void close() {
    if (catalogs != null) {
      catalogs.close();
    }
  }

  @TestFactory
  List<DynamicTest> examples() {
    Map<String, FunctionDefinition> bySignature = new LinkedHashMap<>();
    for (FunctionDefinition function : BuiltinFunctions.table().all()) {
      if (!function.example().isEmpty()) {
        bySignature.putIfAbsent(function.signature(), function);
      }
    }
    return bySignature.values().stream()
        .map(f -> DynamicTest.dynamicTest(f.signature(), () -> run(f)))
        .toList();
  }

  private static void run(FunctionDefinition function) {
    CellSet result = catalog().execute(query(function), QueryContext.DEFAULT);
    for (int i = 0; i < result.cells().size(); i++) {
      Cell cell = result.cells().get(i);
      assertThat(cell.error()).as(function.example()).isNull();
    }
    boolean mayBeEmpty = !function.result().equals(Kind.SET) || NOTHING.contains(function.name());
    assertThat(!result.axes().get(0).positions().isEmpty() || mayBeEmpty)
        .as("whether something stands in %s", function.example())
        .isTrue();
  }

  private static Catalog catalog() {
    if (catalogs == null) {
      throw new IllegalStateException("the catalogs are not open");
    }
    return catalogs.get("FoodMart");
  }

  /** The kind that the example has may be another than that of its function, so both are tried. */
  private static String query(FunctionDefinition function) {
    String example = function.example();
    boolean ordersOrLists =
        example.startsWith("Order(") || example.startsWith("Generate([Gender].Members AS");
    if (function.result().isScalar() && !ordersOrLists) {
      return cell(example);
    }
    return switch (function.result()) {
      case LEVEL, HIERARCHY, DIMENSION -> cell("(" + example + ").UniqueName");
      default -> "select {" + example + "} on columns from [Sales]";
    };
  }

  private static String cell(String expression) {
    return "with member [Measures].[X] as "
        + expression
        + " select {[Measures].[X]} on columns from [Sales]";
  }

  @TestFactory
  List<DynamicTest> kindsOfExamples() {
    return List.of(
        DynamicTest.dynamicTest(
            "every function but those for other cubes has an example",
            () ->
                assertThat(BuiltinFunctions.table().all())
                    .filteredOn(f -> f.example().isEmpty() && f.result() != Kind.LOGICAL)
                    .extracting(FunctionDefinition::signature)
                    .containsOnly("Value Member.Properties(String, Symbol)")));
  }
}
