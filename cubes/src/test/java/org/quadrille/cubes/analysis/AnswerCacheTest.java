package org.quadrille.cubes.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.analysis.AnswerCache.Answer;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.QueryContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswerCacheTest {
  private static final MdxSelect BY_CUSTOMER =
      MdxSelect.of("Sales", "{[Measures].[Amount]}")
          .rows("NON EMPTY [Customer].[Customer Name].Members");

  private Shop shop;
  private Catalog catalog;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException, SQLException {
    shop = Shop.open(folder);
    catalog = shop.catalog();
  }

  @AfterAll
  void close() throws SQLException {
    shop.close();
  }

  private CubeReader reader(AnswerCache cache, Locale locale) {
    return new CubeReader(catalog, "Sales", QueryContext.DEFAULT.withLocale(locale), cache);
  }

  private static List<Double> values(List<Row> rows) {
    return rows.stream().map(row -> row.value(0)).toList();
  }

  @Test
  void whatWasReadIsNotReadAgain() {
    AnswerCache cache = new AnswerCache(AnswerCache.USUAL_BYTES);
    List<Row> first = reader(cache, Locale.US).rows(BY_CUSTOMER);
    catalog.forgetCells();
    CubeReader second = reader(cache, Locale.US);
    assertThat(values(second.rows(BY_CUSTOMER))).isEqualTo(values(first)).hasSize(119);
    assertThat(second.statements()).isZero();
    assertThat(second.asked()).containsExactly(BY_CUSTOMER.text());
  }

  @Test
  void changedDataAreReadAgain() {
    AnswerCache cache = new AnswerCache(AnswerCache.USUAL_BYTES);
    List<Row> first = reader(cache, Locale.US).rows(BY_CUSTOMER);
    catalog.dataChanged();
    CubeReader second = reader(cache, Locale.US);
    assertThat(values(second.rows(BY_CUSTOMER))).isEqualTo(values(first));
    assertThat(second.statements()).isPositive();
  }

  @Test
  void anotherLanguageHasItsOwnAnswers() {
    AnswerCache cache = new AnswerCache(AnswerCache.USUAL_BYTES);
    assertThat(reader(cache, Locale.US).rows(BY_CUSTOMER).get(0).member().caption())
        .isEqualTo("Customer 3");
    assertThat(reader(cache, Locale.CHINA).rows(BY_CUSTOMER).get(0).member().caption())
        .isEqualTo("客户3");
  }

  private static String ask(
      AnswerCache cache, Catalog catalog, QueryContext context, String text, AtomicInteger times) {
    return cache.get(
        catalog,
        context,
        text,
        "1",
        String.class,
        () -> new Answer<>(text + times.incrementAndGet(), "1", 400));
  }

  @Test
  void aRoleNeverGetsTheAnswersOfAnother() {
    AnswerCache cache = new AnswerCache(10_000);
    AtomicInteger times = new AtomicInteger();
    QueryContext all = QueryContext.DEFAULT;
    assertThat(ask(cache, catalog, all, "a", times)).isEqualTo("a1");
    assertThat(ask(cache, catalog, all.withRole("north"), "a", times)).isEqualTo("a2");
    assertThat(ask(cache, catalog, all.withRole("south"), "a", times)).isEqualTo("a3");
    assertThat(ask(cache, catalog, all, "a", times)).isEqualTo("a1");
  }

  @Test
  void theAnswerThatWasNotUsedForLongestGoesFirst() {
    AnswerCache cache = new AnswerCache(2_000);
    AtomicInteger times = new AtomicInteger();
    for (String text : List.of("a", "b", "c", "d", "e", "a", "f")) {
      ask(cache, catalog, QueryContext.DEFAULT, text, times);
      assertThat(cache.size()).isLessThanOrEqualTo(2_000);
    }
    assertThat(ask(cache, catalog, QueryContext.DEFAULT, "a", times)).isEqualTo("a1");
    assertThat(ask(cache, catalog, QueryContext.DEFAULT, "b", times)).isEqualTo("b7");
  }

  @Test
  void whoAsksWhileTheAnswerIsOnItsWayWaitsForIt() throws Exception {
    AnswerCache cache = new AnswerCache(10_000);
    AtomicInteger times = new AtomicInteger();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<String> first =
          threads.submit(
              () ->
                  cache.get(
                      catalog,
                      QueryContext.DEFAULT,
                      "slow",
                      "1",
                      String.class,
                      () -> {
                        asked.countDown();
                        await(go);
                        return new Answer<>("answer" + times.incrementAndGet(), "1", 10);
                      }));
      asked.await();
      Future<String> second =
          threads.submit(() -> ask(cache, catalog, QueryContext.DEFAULT, "slow", times));
      go.countDown();
      assertThat(first.get()).isEqualTo("answer1");
      assertThat(second.get()).isEqualTo("answer1");
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFailureIsNotKept() {
    AnswerCache cache = new AnswerCache(10_000);
    assertThatThrownBy(
            () ->
                cache.get(
                    catalog,
                    QueryContext.DEFAULT,
                    "a",
                    "1",
                    String.class,
                    () -> {
                      throw new IllegalArgumentException("broken");
                    }))
        .hasMessage("broken");
    assertThat(ask(cache, catalog, QueryContext.DEFAULT, "a", new AtomicInteger())).isEqualTo("a1");
  }
}
