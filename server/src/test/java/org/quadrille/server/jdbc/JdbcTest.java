package org.quadrille.server.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.server.RunningServer;
import org.quadrille.server.SampleServer;

/** The plain remote driver of Avatica over the sample company. */
@ExtendWith(SampleServer.class)
class JdbcTest {
  private static final String ENDLESS =
      "select count(*) from star.fact_sales a, star.fact_sales b, star.fact_sales c"
          + " where a.amount + b.amount * c.amount = 17";

  /** Connects; what begins with a question mark belongs to the address. */
  private static Connection connect(RunningServer server, String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:avatica:remote:timezone=UTC;url=" + server.uri("/jdbc") + properties);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "protobuf"})
  void valuesOfAllTypes(String serialization, RunningServer server) throws SQLException {
    try (Connection connection = connect(server, ";serialization=" + serialization);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select 1 as i, cast(5000000000 as bigint) as l, cast(1.50 as decimal(10, 2)) as d,"
                    + " cast(0.25 as double) as f, '中文' as s, true as b, date '1997-02-03' as t,"
                    + " timestamp '1997-02-03 04:05:06' as ts, cast(null as integer) as n,"
                    + " sum(x) as h from (values (1), (2)) as v(x)")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("i")).isEqualTo(1);
      assertThat(rows.getLong("l")).isEqualTo(5_000_000_000L);
      assertThat(rows.getBigDecimal("d")).isEqualTo(new BigDecimal("1.50"));
      assertThat(rows.getDouble("f")).isEqualTo(0.25);
      assertThat(rows.getString("s")).isEqualTo("中文");
      assertThat(rows.getBoolean("b")).isTrue();
      assertThat(rows.getDate("t")).isEqualTo(Date.valueOf("1997-02-03"));
      assertThat(rows.getTimestamp("ts")).isEqualTo(Timestamp.valueOf("1997-02-03 04:05:06"));
      assertThat(rows.getObject("n")).isNull();
      assertThat(rows.getLong("h")).isEqualTo(3);
      assertThat(rows.getMetaData().getColumnType(3)).isEqualTo(Types.DECIMAL);
      assertThat(rows.next()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "protobuf"})
  void preparedStatementsRunAgain(String serialization, RunningServer server) throws SQLException {
    try (Connection connection = connect(server, ";serialization=" + serialization);
        PreparedStatement statement =
            connection.prepareStatement(
                "select \"Year\", AGGREGATE(\"Amount\") as a from \"Sales\""
                    + " where \"Year\" >= ? and \"Country\" <> ? group by \"Year\" order by 1")) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
      statement.setInt(1, 0);
      statement.setString(2, "Atlantis");
      int all = count(statement);
      statement.setInt(1, 9_999);
      assertThat(all).isGreaterThan(1);
      assertThat(count(statement)).isZero();
    }
  }

  private static int count(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }

  @Test
  void metadataAsToolsShowThem(RunningServer server) throws SQLException {
    try (Connection connection = connect(server, "")) {
      assertThat(strings(connection.getMetaData().getCatalogs(), "TABLE_CAT"))
          .containsExactly("Sample");
      assertThat(strings(connection.getMetaData().getSchemas(), "TABLE_SCHEM"))
          .containsExactly("cubes", "star");
      assertThat(
              strings(
                  connection.getMetaData().getTables(null, "star", "dim%", new String[] {"TABLE"}),
                  "TABLE_NAME"))
          .contains("dim_customer")
          .doesNotContain("fact_sales");
      assertThat(
              strings(
                  connection.getMetaData().getTables("Sample", "cubes", "%", null), "TABLE_NAME"))
          .contains("Sales", "Competitors");
      try (ResultSet rows =
          connection.getMetaData().getColumns(null, "cubes", "Sales", "Margin %")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt("DATA_TYPE")).isEqualTo(Types.DOUBLE);
        assertThat(rows.getString("REMARKS")).startsWith("measure");
      }
      assertThat(strings(connection.getMetaData().getTypeInfo(), "TYPE_NAME")).contains("DECIMAL");
      assertThat(strings(connection.getMetaData().getTableTypes(), "TABLE_TYPE"))
          .containsExactly("TABLE", "VIEW");
    }
  }

  private static List<String> strings(ResultSet rows, String column) throws SQLException {
    try (rows) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(column));
      }
      return values;
    }
  }

  @Test
  void rowsComeInFramesOfTheFetchSize(RunningServer server) throws SQLException {
    try (Connection connection = connect(server, "");
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(7);
      statement.setMaxRows(1_000);
      try (ResultSet rows = statement.executeQuery("select amount from star.fact_sales")) {
        int count = 0;
        while (rows.next()) {
          count++;
        }
        assertThat(count).isEqualTo(1_000);
      }
    }
  }

  @Test
  void errorsTellTheirPlaceAndNoStack(RunningServer server) throws SQLException {
    try (Connection connection = connect(server, "");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("select \"Yaer\" from \"Sales\""))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("there is no column Yaer; did you mean Year? (line 1, column 8)")
          .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42000"));
      assertThatThrownBy(() -> statement.executeQuery("drop table star.fact_sales"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("only queries are answered here");
    }
    String answer =
        server
            .post(
                "/jdbc", "{\"request\":\"prepare\",\"connectionId\":\"none\",\"sql\":\"select 1\"}")
            .body();
    assertThat(answer).contains("there is no such connection").doesNotContain("\\tat ");
  }

  @Test
  void unknownPropertiesAreRefused(RunningServer server) {
    assertThatThrownBy(() -> connect(server, "?rol=California").isValid(1))
        .hasMessageContaining("did you mean role?");
    assertThatThrownBy(() -> connect(server, "?catalog=Nowhere").isValid(1))
        .hasMessageContaining("Nowhere");
  }

  @Test
  void closingTheConnectionStopsItsQuery(RunningServer server) throws Exception {
    assertStopsAtOnce(
        () -> {
          Connection connection = connect(server, "");
          return millisToStop(connection, connection::close);
        });
  }

  @Test
  void aNamedConnectionIsCancelledByRest(RunningServer server) throws Exception {
    try (Connection connection = connect(server, "?name=report-7")) {
      assertStopsAtOnce(
          () ->
              millisToStop(
                  connection,
                  () ->
                      assertThat(
                              server
                                  .post("/api/v1/sql/cancel", "{\"id\":\"report-7\"}")
                                  .statusCode())
                          .isEqualTo(200)));
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select 1 as x")) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  /** Within a tenth of a second; other load on the machine may spoil some of the tries. */
  private static void assertStopsAtOnce(Callable<Long> attempt) throws Exception {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 10 && best >= 100; i++) {
      best = Math.min(best, attempt.call());
    }
    assertThat(best).isLessThan(100);
  }

  /** What stops a query. */
  private interface Stop {
    void stop() throws Exception;
  }

  /** How long after the call the query has ended with an error, in milliseconds. */
  private static long millisToStop(Connection connection, Stop stop) throws Exception {
    // The first call of a kind loads classes; it is not what is measured.
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 1 as x")) {
      rows.next();
    }
    CountDownLatch about = new CountDownLatch(1);
    Statement statement = connection.createStatement();
    CompletableFuture<Long> ended =
        CompletableFuture.supplyAsync(
            () -> {
              about.countDown();
              try {
                statement.executeQuery(ENDLESS);
                throw new AssertionError("the query ended by itself");
              } catch (SQLException | RuntimeException e) {
                return System.nanoTime();
              }
            });
    about.await();
    // Long enough for the query to be in the database; were it not, it is stopped when it is.
    assertThatThrownBy(() -> ended.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    long before = System.nanoTime();
    stop.stop();
    return (ended.get(10, TimeUnit.SECONDS) - before) / 1_000_000;
  }
}
