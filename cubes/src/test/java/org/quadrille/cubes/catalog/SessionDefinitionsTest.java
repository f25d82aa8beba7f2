package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.CellSet;

/** Queries that use what was defined for a session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionDefinitionsTest {
  private static final String PRICE =
      "CREATE SESSION MEMBER [Sales].[Measures].[Price] AS [Measures].[Revenue] / [Measures].[Units]";
  private static final String COAST =
      "CREATE SESSION SET [Sales].[Coast] AS {[Store].[USA].[CA], [Store].[USA].[OR]}";
  private static final QueryContext SESSION =
      QueryContext.DEFAULT.withDefinitions(List.of(PRICE, COAST));

  private final FoodMartCatalog catalog = FoodMartCatalog.whole();

  @AfterAll
  void close() {
    catalog.close();
  }

  @Test
  void membersAndSetsAreKnownInTheirSession() {
    CellSet defined =
        catalog
            .catalog()
            .execute("select {[Measures].[Price]} on 0, [Coast] on 1 from [Sales]", SESSION);
    CellSet plain =
        catalog.batched(
            "with member [Measures].[P] as [Measures].[Revenue] / [Measures].[Units] "
                + "select {[Measures].[P]} on 0, {[Store].[USA].[CA], [Store].[USA].[OR]} on 1 from [Sales]");

    assertThat(defined.cells().size()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(defined.cells().get(i)).isEqualTo(plain.cells().get(i));
    }
  }

  @Test
  void aQueryMayDefineTheNameAnew() {
    CellSet answer =
        catalog
            .catalog()
            .execute(
                "with member [Measures].[Price] as 1 select {[Measures].[Price]} on 0 from [Sales]",
                SESSION);

    assertThat(answer.cells().get(0).doubleValue(0)).isEqualTo(1.0);
  }

  @Test
  void otherSessionsDoNotKnowThem() {
    assertThatThrownBy(() -> catalog.batched("select {[Measures].[Price]} on 0 from [Sales]"))
        .isInstanceOf(MdxException.class);
  }

  @Test
  void definitionsAreChecked() {
    assertThat(catalog.catalog().define(PRICE, QueryContext.DEFAULT).cube().toMdx())
        .isEqualTo("[Sales]");
    assertThatThrownBy(
            () ->
                catalog
                    .catalog()
                    .define("CREATE SESSION SET [Sales].[Bad] AS {[Nowhere]}", SESSION))
        .isInstanceOf(MdxException.class);
  }
}
