package org.quadrille.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The 13 queries at a small scale: each answer is SQL's, from one statement. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StarSchemaBenchmarkTest {
  private static final BigDecimal SCALE = new BigDecimal("0.05");

  /** Two cities on either side in one month: less than a fact at this scale. */
  private static final String RARE = "Q3.4";

  @TempDir private static Path folder;

  private final Benchmark benchmark = new StarSchemaBenchmark(SCALE);
  private OpenBenchmark open;

  @BeforeAll
  void open() throws SQLException {
    open = new OpenBenchmark(benchmark, folder);
  }

  @AfterAll
  void close() throws SQLException {
    open.close();
  }

  @TestFactory
  Stream<DynamicTest> answersAreThoseOfSqlFromOneStatement() {
    return benchmark.queries().stream()
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.name(),
                    () -> {
                      if (!query.name().equals(RARE)) {
                        assertThat(open.expected(query)).anyMatch(row -> !row.isEmpty());
                      }
                      open.check(query);
                    }));
  }

  @Test
  void thereAreThirteenQueriesWithManyTexts() {
    assertThat(benchmark.queries()).hasSize(13);
    for (BenchQuery query : benchmark.queries()) {
      List<String> texts = new ArrayList<>();
      for (int variant = 0; variant < 8; variant++) {
        texts.add(query.mdx(variant));
      }
      assertThat(texts).doesNotHaveDuplicates();
    }
  }

  @Test
  void dataAreAsThePaperSays() throws SQLException {
    assertThat(open.number("select count(*) from lineorder")).isEqualTo(300_000);
    assertThat(open.number("select count(*) from customer")).isEqualTo(1_500);
    assertThat(open.number("select count(*) from supplier")).isEqualTo(250);
    assertThat(open.number("select count(*) from part")).isEqualTo(10_000);
    assertThat(open.number("select count(*) from date")).isEqualTo(2_556);
    assertThat(open.number("select count(distinct c_city) from customer")).isEqualTo(250);
    assertThat(open.number("select count(distinct s_nation) from supplier")).isEqualTo(25);
    assertThat(open.number("select count(distinct p_brand1) from part")).isEqualTo(1_000);
    assertThat(open.number("select count(distinct p_category) from part")).isEqualTo(25);
    assertThat(open.number("select max(lo_linenumber) from lineorder")).isEqualTo(7);
    assertThat(
            open.number(
                "select count(*) from (select distinct lo_orderkey, lo_linenumber from lineorder)"))
        .isEqualTo(300_000);
    assertThat(
            open.number(
                "select count(*) from lineorder join date on lo_orderdate = d_datekey"
                    + " join customer on lo_custkey = c_custkey"
                    + " join supplier on lo_suppkey = s_suppkey"
                    + " join part on lo_partkey = p_partkey"
                    + " where lo_quantity between 1 and 50 and lo_discount between 0 and 10"))
        .isEqualTo(300_000);
  }
}
