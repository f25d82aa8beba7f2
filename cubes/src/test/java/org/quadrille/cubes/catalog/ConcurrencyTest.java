package org.quadrille.cubes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.store.StoreLimits;

/** Many queries over one database at the same time; statements that would take very long. */
@Timeout(120)
class ConcurrencyTest {
  @TempDir static Path folder;

  /** The view of the facts makes every statement over them take minutes. */
  private static final String SCHEMA =
      """
      <Schema name="Shop">
        <Cube name="Sales">
          <Table name="sales"/>
          <Dimension name="Product" foreignKey="product">
            <Hierarchy hasAll="true" primaryKey="product">
              <Table name="products"/>
              <Level name="Product" column="product" type="Integer" uniqueMembers="true"/>
            </Hierarchy>
          </Dimension>
          <Measure name="Amount" column="amount" aggregator="sum"/>
        </Cube>
        <Cube name="Endless">
          <Table name="endless"/>
          <Measure name="Amount" column="amount" aggregator="sum"/>
        </Cube>
      </Schema>
      """;

  private static final String ENDLESS = "select [Measures].[Amount] on 0 from Endless";

  private final ExecutorService clients = Executors.newCachedThreadPool();
  private Catalogs catalogs;

  @BeforeAll
  static void makeStar() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("create table products as select i as product from range(50) t(i)");
      statement.execute(
          "create table sales as select i % 50 as product, i as amount from range(100000) t(i)");
      statement.execute(
          "create view endless as select a.i * b.i as amount"
              + " from range(10000000) a(i), range(10000000) b(i)");
    }
    Files.writeString(folder.resolve("shop.xml"), SCHEMA);
  }

  private static String url() {
    return "jdbc:duckdb:" + folder.resolve("shop.duckdb");
  }

  @BeforeEach
  void open() {
    catalogs =
        Catalogs.open(
            List.of(
                new CatalogSettings(
                    "Shop",
                    folder.resolve("shop.xml"),
                    url(),
                    null,
                    null,
                    new VersionRule.Static())),
            Clock.systemUTC(),
            new StoreLimits(2, 1, 40));
  }

  @AfterEach
  void close() {
    catalogs.close();
    clients.shutdownNow();
  }

  private CellSet run(String mdx, QueryContext context) {
    return catalogs.get("Shop").execute(mdx, context);
  }

  private static QueryContext within(Duration limit) {
    return new QueryContext(null, Locale.US, limit);
  }

  @Test
  void aStatementEndsWhenItsTimeIsOver() {
    assertThatThrownBy(() -> run(ENDLESS, within(Duration.ofSeconds(1))))
        .isInstanceOf(MdxException.class)
        .hasMessageContaining("took longer than 1 s");
    assertThat(catalogs.load().running()).isZero();
  }

  @Test
  void cancellingEndsTheRunningStatement() throws Exception {
    Cancellation cancellation = new Cancellation();
    Future<CellSet> query =
        clients.submit(() -> run(ENDLESS, QueryContext.DEFAULT.of("a", cancellation)));
    while (catalogs.load().running() == 0) {
      Thread.onSpinWait();
    }

    cancellation.cancel();

    assertThatThrownBy(query::get)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the query was cancelled");
    assertThat(cancellation.isCancelled()).isTrue();
    assertThatThrownBy(() -> run(ENDLESS, QueryContext.DEFAULT.of("a", cancellation)))
        .hasMessageContaining("the query was cancelled");
  }

  @Test
  void oneWithHeavyQueriesDoesNotHoldUpAnother() throws Exception {
    Cancellation end = new Cancellation();
    List<Future<CellSet>> heavy = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String mdx = "with member Measures.X as " + i + " " + ENDLESS;
      heavy.add(clients.submit(() -> run(mdx, QueryContext.DEFAULT.of("heavy", end))));
    }
    while (catalogs.load().running() == 0) {
      Thread.onSpinWait();
    }

    CellSet light =
        run(
            "select [Measures].[Amount] on 0 from Sales",
            QueryContext.DEFAULT.of("light", new Cancellation()));

    assertThat(light.cells().get(0).formatted()).isEqualTo("4,999,950,000");
    assertThat(heavy).noneMatch(Future::isDone);
    end.cancel();
    for (Future<CellSet> each : heavy) {
      assertThatThrownBy(each::get).hasMessageContaining("cancelled");
    }
  }

  @Test
  void equalQuestionsInFlightGiveEqualAnswers() throws Exception {
    String mdx = "select [Measures].[Amount] on 0, Head([Product].Members, 20) on 1 from Sales";
    for (int round = 0; round < 5; round++) {
      catalogs.get("Shop").dataChanged();
      CyclicBarrier together = new CyclicBarrier(8);
      List<Future<CellSet>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String user = "user " + i;
        answers.add(
            clients.submit(
                () -> {
                  together.await();
                  return run(mdx, QueryContext.DEFAULT.of(user, new Cancellation()));
                }));
      }
      int statements = 0;
      CellSet first = answers.get(0).get();
      for (Future<CellSet> each : answers) {
        statements += each.get().statistics().statements();
        for (int cell = 0; cell < first.cells().size(); cell++) {
          assertThat(each.get().cells().get(cell)).isEqualTo(first.cells().get(cell));
        }
      }
      // Eight alone would read the members and the cells eight times.
      assertThat(statements).isLessThan(16);
    }
  }

  @Test
  void aStatementMayNotGiveMoreRowsThanItsLimit() {
    assertThatThrownBy(
            () ->
                run(
                    "select [Measures].[Amount] on 0, [Product].[Product].Members on 1 from Sales",
                    QueryContext.DEFAULT))
        .isInstanceOf(MdxException.class)
        .hasMessageContaining("more than 40 rows");
  }
}
