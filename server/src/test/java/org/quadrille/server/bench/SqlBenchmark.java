package org.quadrille.server.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.SqlAccess;
import org.quadrille.cubes.sql.SqlCursor;

/**
 * The 13 queries of the Star Schema Benchmark in SQL: by our SQL, planning included, beside the
 * same text by DuckDB's driver. Arguments: a folder for the data, the scale factor. Prints the
 * medians.
 */
public final class SqlBenchmark {
  private static final int RUNS = 9;

  private SqlBenchmark() {}

  /** Runs and prints. */
  public static void main(String[] args) throws SQLException {
    Benchmark benchmark = new StarSchemaBenchmark(new BigDecimal(args.length > 1 ? args[1] : "1"));
    BenchData data = BenchData.in(Path.of(args[0]), benchmark, System.err::println);
    double worst = 0;
    double own = 0;
    double plain = 0;
    try (Catalogs catalogs = Catalogs.open(List.of(data.settings()), Clock.systemUTC())) {
      SqlAccess sql = catalogs.all().get(0).sql();
      sql.tables(QueryContext.DEFAULT);
      try (Connection connection = DriverManager.getConnection(data.settings().jdbcUrl())) {
        for (BenchQuery query : benchmark.queries()) {
          String text =
              Objects.requireNonNull(query.check(), query.name())
                  .sql()
                  // A word of SQL, so that as a name it is quoted.
                  .replaceAll("\\bdate\\b", "\"date\"");
          List<Long> ours = new ArrayList<>();
          List<Long> duckdb = new ArrayList<>();
          for (int i = 0; i < RUNS + 2; i++) {
            long a = ours(sql, text);
            long b = plain(connection, text);
            if (i > 1) {
              ours.add(a);
              duckdb.add(b);
            }
          }
          double ratio = (double) median(ours) / median(duckdb);
          worst = Math.max(worst, ratio);
          own += median(ours);
          plain += median(duckdb);
          System.out.printf(
              Locale.ROOT,
              "%-5s %8.2f ms %8.2f ms %5.2f%n",
              query.name(),
              median(ours) / 1e6,
              median(duckdb) / 1e6,
              ratio);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "all   %8.2f ms %8.2f ms %5.2f, worst %.2f%n",
        own / 1e6,
        plain / 1e6,
        own / plain,
        worst);
  }

  private static long ours(SqlAccess sql, String text) {
    long start = System.nanoTime();
    try (SqlCursor cursor = sql.run(text, List.of(), QueryContext.DEFAULT, stop -> {})) {
      while (cursor.next()) {
        cursor.row();
      }
    }
    return System.nanoTime() - start;
  }

  private static long plain(Connection connection, String text) throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= width; i++) {
          rows.getObject(i);
        }
      }
    }
    return System.nanoTime() - start;
  }

  private static long median(List<Long> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
