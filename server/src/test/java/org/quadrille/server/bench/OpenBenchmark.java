package org.quadrille.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.bench.BenchAnswer.Row;

/** A benchmark's data with our engine on them. */
final class OpenBenchmark implements AutoCloseable {
  private final Connection connection;
  private final Catalogs catalogs;
  private final BenchEngine engine;

  OpenBenchmark(Benchmark benchmark, Path folder) throws SQLException {
    BenchData data = BenchData.in(folder, benchmark, progress -> {});
    connection = DriverManager.getConnection(data.settings().jdbcUrl());
    catalogs = Catalogs.open(List.of(data.settings()), Clock.systemUTC());
    engine = new QuadrilleEngine(catalogs.all().get(0));
  }

  /** The rows that SQL gives. */
  List<Row> expected(BenchQuery query) {
    return AnswerCheck.rows(connection, Objects.requireNonNull(query.check()));
  }

  /**
   * Cold, with members known and in other words the answer is SQL's, from one statement and none.
   */
  void check(BenchQuery query) {
    List<Row> expected = expected(query);
    compare(query, 0, expected);
    engine.forgetCells();
    assertThat(compare(query, 0, expected)).as(query.mdx()).isEqualTo(1);
    for (int variant = 1; variant < 5; variant++) {
      assertThat(compare(query, variant, expected)).as(query.mdx(variant)).isZero();
    }
  }

  private int compare(BenchQuery query, int variant, List<Row> expected) {
    BenchAnswer answer = engine.run(query.mdx(variant));
    assertThat(AnswerCheck.difference(expected, answer.rows().get()))
        .as(query.mdx(variant))
        .isNull();
    return answer.statements();
  }

  /** The number that SQL gives. */
  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    catalogs.close();
    connection.close();
  }
}
