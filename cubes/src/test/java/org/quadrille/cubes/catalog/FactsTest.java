package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.cubes.catalog.FactQuestion.Amount;
import org.quadrille.cubes.catalog.FactQuestion.Input;
import org.quadrille.cubes.catalog.FactQuestion.Members;
import org.quadrille.cubes.catalog.FactQuestion.Need;
import org.quadrille.cubes.catalog.FactQuestion.Ordinals;
import org.quadrille.cubes.result.CellSet;

/** Counting in the database gives what MDX gives, under every right, by one statement. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FactsTest {
  private static final String CELL = "select {[Measures].[Revenue]} on columns from [Sales]";
  private static final String SUMS = "select {m}, sum(a) as total from {facts} f group by {m}";

  private FoodMartCatalog foodMart;

  @BeforeAll
  void open() {
    foodMart = FoodMartCatalog.thin();
  }

  @AfterAll
  void close() {
    foodMart.close();
  }

  private FactAnswer ask(String cell, List<Need> needs, String sql, String role) {
    return foodMart
        .catalog()
        .facts(new FactQuestion(cell, needs, sql), QueryContext.DEFAULT.withRole(role));
  }

  private static Map<String, Double> totals(FactAnswer answer) {
    Map<String, Double> totals = new HashMap<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      totals.put(
          answer.member(row, answer.column("m")).uniqueName(),
          answer.number(row, answer.column("total")));
    }
    return totals;
  }

  private Map<String, Double> byMdx(String measure, String level, String where, String role) {
    CellSet cells =
        foodMart.batched(
            "select {"
                + measure
                + "} on columns, non empty "
                + level
                + ".Members on rows from [Sales]"
                + where,
            role);
    Map<String, Double> values = new HashMap<>();
    for (int row = 0; row < cells.axes().get(1).positions().size(); row++) {
      values.put(
          cells.axes().get(1).positions().get(row).get(0).uniqueName(),
          cells.cells().get(row).doubleValue(Double.NaN));
    }
    return values;
  }

  private void equalsMdx(String measure, String level, String where, String role) {
    FactAnswer answer =
        ask(
            "select {" + measure + "} on columns from [Sales]" + where,
            List.of(new Members("m", level), new Amount("a", measure)),
            SUMS,
            role);
    Map<String, Double> totals = totals(answer);
    Map<String, Double> expected = byMdx(measure, level, where, role);
    assertThat(expected).isNotEmpty();
    assertThat(totals.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, value) -> assertThat(totals.get(name)).isCloseTo(value, within(1e-6)));
  }

  @Test
  void sumsOfMembersAreTheCellsOfMdx() {
    equalsMdx("[Measures].[Revenue]", "[Customer].[Customer]", "", null);
    equalsMdx("[Measures].[Lines]", "[Store].[City]", "", null);
    equalsMdx(
        "[Measures].[Units]",
        "[Product].[Subcategory]",
        " where ([Time].[1997].[Q2], [Store].[USA].[WA])",
        null);
  }

  @Test
  void aFormulaOfSumsAddsUp() {
    equalsMdx("[Measures].[Profit]", "[Customer].[City]", "", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"California", "California, full totals", "Later grants win"})
  void hiddenMembersAreNotCounted(String role) {
    equalsMdx("[Measures].[Revenue]", "[Store].[Shop]", "", role);
    FactAnswer answer =
        ask(
            CELL,
            List.of(
                new Members("m", "[Customer].[Customer]"), new Amount("a", "[Measures].[Revenue]")),
            "select sum(a) as total from {facts} f",
            role);
    double seen =
        byMdx("[Measures].[Revenue]", "[Store].[Shop]", "", role).values().stream()
            .mapToDouble(v -> v)
            .sum();
    assertThat(answer.number(0, 0)).isCloseTo(seen, within(1e-6));
  }

  @Test
  void placesOfMonthsAreThoseOfTheirLevel() {
    FactAnswer answer =
        ask(
            CELL,
            List.of(new Ordinals("t", "[Time].[Month]"), new Amount("a", "[Measures].[Units]")),
            "select t, sum(a) as total from {facts} f group by t order by t",
            null);
    Map<String, Double> months = byMdx("[Measures].[Units]", "[Time].[Month]", "", null);
    assertThat(answer.rows()).hasSize(12);
    assertThat(answer.number(0, 0)).isEqualTo(0);
    assertThat(answer.number(3, 1)).isEqualTo(months.get("[Time].[1997].[Q2].[4]"));
  }

  @Test
  void oneStatementColdAndNoneWarm() {
    List<Need> needs =
        List.of(
            new Members("m", "[Customer].[Customer]"),
            new Input("c", "[Measures].[Buyers]"),
            new Amount("a", "[Measures].[Cost]"));
    String sql = "select {m}, count(distinct c) as n, sum(a) as total from {facts} f group by {m}";
    assertThat(ask(CELL, needs, sql, null).statements()).isEqualTo(1);
    assertThat(ask(CELL, needs, sql, null).statements()).isZero();
    foodMart.catalog().dataChanged();
    assertThat(ask(CELL, needs, sql, null).statements()).isEqualTo(1);
  }

  @Test
  void whatDoesNotAddUpIsRefusedByName() {
    List<Need> average = List.of(new Amount("a", "[Measures].[Buyers]"));
    assertThatThrownBy(() -> ask(CELL, average, "select sum(a) from {facts} f", null))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("[Measures].[Buyers] does not add up");
    List<Need> unknown = List.of(new Members("m", "[Customer].[Nobody]"));
    assertThatThrownBy(() -> ask(CELL, unknown, SUMS, null))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("has no level [Customer].[Nobody]");
  }
}
