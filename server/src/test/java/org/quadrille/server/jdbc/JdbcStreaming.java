package org.quadrille.server.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.VersionRule;
import org.quadrille.server.RunningServer;

/**
 * Reads a million rows of five columns by the remote driver, server and client in one Java machine,
 * and beside it by DuckDB's driver. Prints rows a second. Run with a small heap it shows that rows
 * are streamed. Argument: how many rows.
 */
public final class JdbcStreaming {
  private static final String QUERY = "select id, code, amount, price, sold from star.facts";

  private JdbcStreaming() {}

  /** Runs and prints; fails where a row is missing. */
  public static void main(String[] args) throws IOException, SQLException {
    long rows = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
    Path folder = Files.createTempDirectory("streaming");
    String url = "jdbc:duckdb:" + folder.resolve("facts.duckdb");
    make(url, rows);
    Path schema =
        Files.writeString(
            folder.resolve("facts.xml"),
            "<Schema name=\"s\"><Cube name=\"Facts\"><Table name=\"facts\"/>"
                + "<Measure name=\"Amount\" column=\"amount\" aggregator=\"sum\"/></Cube></Schema>");
    List<CatalogSettings> settings =
        List.of(new CatalogSettings("Big", schema, url, null, null, new VersionRule.Static()));
    try (RunningServer server =
            new RunningServer(Catalogs.open(settings, Clock.systemUTC()), settings);
        Connection plain = DriverManager.getConnection(url)) {
      for (int round = 1; round <= 2; round++) {
        print(
            "DuckDB's driver",
            rows,
            read(plain, "select id, code, amount, price, sold from facts", rows));
        for (String serialization : List.of("json", "protobuf")) {
          String address =
              "jdbc:avatica:remote:serialization="
                  + serialization
                  + ";url="
                  + server.uri("/jdbc?catalog=Big");
          try (Connection remote = DriverManager.getConnection(address)) {
            print("Avatica, " + serialization, rows, read(remote, QUERY, rows));
          }
        }
      }
    }
    System.exit(0);
  }

  private static void make(String url, long rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table facts as select range::integer as id, 'code ' || range % 1000 as code,"
              + " (range % 10000 / 100)::decimal(12, 2) as amount, range * 1.5::double as price,"
              + " date '2000-01-01' + (range % 3650)::integer as sold from range("
              + rows
              + ")");
    }
  }

  /** Reads all; gives the nanoseconds. */
  private static long read(Connection connection, String sql, long wanted) throws SQLException {
    long start = System.nanoTime();
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(5_000);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          rows.getInt(1);
          rows.getString(2);
          rows.getBigDecimal(3);
          rows.getDouble(4);
          rows.getDate(5);
          count++;
        }
      }
    }
    if (count != wanted) {
      throw new IllegalStateException(count + " rows instead of " + wanted);
    }
    return System.nanoTime() - start;
  }

  private static void print(String way, long rows, long nanos) {
    System.out.printf(Locale.ROOT, "%-18s %,10.0f rows a second%n", way, rows / (nanos / 1e9));
  }
}
