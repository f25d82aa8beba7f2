package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quadrille.cubes.catalog.Explanation.Fetch;
import org.quadrille.cubes.catalog.Explanation.Question;
import org.quadrille.cubes.catalog.Explanation.Region;
import org.quadrille.cubes.mdx.MdxException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {
  private final FoodMartCatalog catalog = FoodMartCatalog.whole();

  @AfterAll
  void close() {
    catalog.close();
  }

  private Explanation explain(String mdx) {
    return catalog.catalog().explain(mdx, QueryContext.DEFAULT);
  }

  @Test
  void regionsSayWhatEachAxisAsksFor() {
    Explanation plan =
        explain(
            "select {[Measures].[Units]} on columns, [Store].[USA].Children"
                + " * [Product].[Family].Members * {[Gender].[F], [Gender].[All Genders]} on rows"
                + " from [Sales] where [Time].[1997].[Q1]");

    assertThat(plan.regions())
        .containsExactly(
            new Region(
                "COLUMNS", "[Measures]", "[Measures].[MeasuresLevel]", "{[Measures].[Units]}"),
            new Region("ROWS", "[Store]", "[Store].[State]", "children of [Store].[USA]"),
            new Region("ROWS", "[Product]", "[Product].[Family]", "all"),
            new Region("ROWS", "[Gender]", null, "{[Gender].[F], [Gender].[All Genders]}"),
            new Region("SLICER", "[Time]", "[Time].[Quarter]", "{[Time].[1997].[Q1]}"));
  }

  @Test
  void theQuestionsOfTheStatementAreSaidBesideItsSql() {
    Explanation plan =
        explain(
            "select {[Measures].[Units], [Measures].[Profit]} on columns, [Store].[State].Members"
                + " on rows from [Sales] where [Time].[1997].[Q1]");

    assertThat(plan.fetches()).hasSize(1);
    Fetch fetch = plan.fetches().get(0);
    assertThat(fetch.sql()).startsWithIgnoringCase("select").contains("sales_fact");
    assertThat(fetch.questions()).isNotEmpty();
    Question question = fetch.questions().get(0);
    assertThat(question.facts()).isEqualTo("Sales");
    assertThat(question.grain()).contains("[Store].[State]");
    assertThat(question.conditions()).contains("[Time].[Quarter] in {[Time].[1997].[Q1]}");
    assertThat(question.measures())
        .contains("[Measures].[Units]", "[Measures].[Revenue]", "[Measures].[Cost]");
    assertThat(plan.java())
        .extracting(Explanation.JavaStep::what)
        .contains("formula of [Measures].[Profit]");
  }

  @Test
  void aSecondTimeTheSameSqlIsShown() {
    String mdx =
        "select {[Measures].[Units]} on columns, [Store].[City].Members on rows from [Sales]";
    Explanation first = explain(mdx);

    Explanation second = explain(mdx);

    assertThat(second.fetches()).isEqualTo(first.fetches()).isNotEmpty();
    assertThat(second.steps().get(0)).startsWith("1 statement in 2 rounds");
    assertThat(catalog.batched(mdx, null).statistics().statements()).isEqualTo(1);
  }

  @Test
  void comparisonsOfCellsAndTextsRunInJava() {
    Explanation plan =
        explain(
            "select {[Measures].[Units]} on columns, NON EMPTY TopCount([Store].[City].Members, 3,"
                + " [Measures].[Units]) on rows from [Sales]"
                + " where StrToMember(\"[Time].[1997].[Q1]\")");

    assertThat(plan.java())
        .extracting(Explanation.JavaStep::what)
        .contains("TopCount", "StrToMember", "NON EMPTY on axis 1");
    assertThat(plan.regions())
        .contains(new Region("ROWS", "[Store]", "[Store].[City]", "all"))
        .contains(new Region("SLICER", "?", null, "what StrToMember gives"));
  }

  @Test
  void explainPlanForIsTheSame() {
    String mdx = "select {[Measures].[Units]} on columns from [Sales]";

    assertThat(explain("EXPLAIN PLAN FOR " + mdx).regions()).isEqualTo(explain(mdx).regions());
    assertThat(explain("DRILLTHROUGH " + mdx).regions()).isEqualTo(explain(mdx).regions());
  }

  @Test
  void aDefinitionIsNotExplained() {
    assertThatThrownBy(() -> explain("CREATE SESSION SET [Sales].[S] AS {[Store].[USA]}"))
        .isInstanceOf(MdxException.class)
        .hasMessageContaining("only queries are explained");
  }
}
