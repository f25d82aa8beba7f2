package org.quadrille.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The twenty queries and the large one: each answer is SQL's, from one statement. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoodMartBenchmarkTest {
  @TempDir private static Path folder;

  private final Benchmark benchmark = new FoodMartBenchmark();
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
    assertThat(benchmark.queries()).hasSize(21);
    return benchmark.queries().stream()
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.name(),
                    () -> {
                      assertThat(open.expected(query)).anyMatch(row -> !row.isEmpty());
                      open.check(query);
                    }));
  }
}
