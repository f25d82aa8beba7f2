package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.CellSet;

/**
 * A query that is kept bound gives the same answer each time, to everybody under his own rights.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundQueriesTest {
  private static final String RANKED =
      "with set [Best] as TopCount([Store].[City].Members, 3, [Measures].[Units])"
          + " member [Measures].[Place] as Rank([Store].CurrentMember, [Best])"
          + " select {[Measures].[Units], [Measures].[Place]} on 0, [Best] on 1 from [Sales]"
          + " where [Time].[1997].[Q1]";

  private final FoodMartCatalog catalog = FoodMartCatalog.whole();

  @AfterAll
  void close() {
    catalog.close();
  }

  @Test
  void manyAtOnceGetTheSameAnswer() throws Exception {
    String wanted = GridText.of(catalog.plain(RANKED));
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        answers.add(clients.submit(() -> GridText.of(catalog.batched(RANKED))));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(wanted);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void eachRoleHasItsOwn() {
    CellSet all = catalog.batched(RANKED, null);
    CellSet some = catalog.batched(RANKED, "California");

    assertThat(GridText.of(some)).isEqualTo(GridText.of(catalog.plain(RANKED, "California")));
    assertThat(GridText.of(some)).isNotEqualTo(GridText.of(all));
    assertThat(GridText.of(catalog.batched(RANKED, null))).isEqualTo(GridText.of(all));
  }

  @Test
  void definitionsOfASessionCount() {
    String mdx = "select {[Measures].[Twice]} on 0 from [Sales]";
    QueryContext twice =
        QueryContext.DEFAULT.withDefinitions(
            List.of("CREATE SESSION MEMBER [Sales].[Measures].[Twice] AS 2 * [Measures].[Units]"));
    QueryContext thrice =
        QueryContext.DEFAULT.withDefinitions(
            List.of("CREATE SESSION MEMBER [Sales].[Measures].[Twice] AS 3 * [Measures].[Units]"));

    assertThat(GridText.of(catalog.catalog().execute(mdx, twice))).contains("533,546");
    assertThat(GridText.of(catalog.catalog().execute(mdx, thrice))).contains("800,319");
    assertThat(GridText.of(catalog.catalog().execute(mdx, twice))).contains("533,546");
    assertThatThrownBy(() -> catalog.batched(mdx)).isInstanceOf(MdxException.class);
  }

  @Test
  void onlySoManyCharactersAreKept() {
    BoundQueries<String> kept = new BoundQueries<>();
    for (int i = 0; i < 100; i++) {
      String mdx = 100 + i + " ".repeat(18_997);
      assertThat(kept.get(new BoundQueries.Key(mdx, null, List.of()), () -> mdx)).isEqualTo(mdx);
    }
    kept.get(new BoundQueries.Key(" ".repeat(30_000), null, List.of()), () -> "long");

    assertThat(kept.size()).isEqualTo(26);
  }
}
