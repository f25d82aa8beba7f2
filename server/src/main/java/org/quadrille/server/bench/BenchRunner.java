package org.quadrille.server.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.bench.Measurement.Times;

/**
 * Measures queries: plain SQL, then each engine cold, with members known, and warm, run by run in
 * turn. First every answer is compared with SQL, which also warms the Java machine up; a difference
 * ends the benchmark.
 */
public final class BenchRunner {
  private final Connection connection;
  private final List<BenchEngine> engines;
  private final int runs;
  private final Consumer<String> progress;
  private final PeakMemory memory = new PeakMemory();

  /**
   * Measures engines on one database.
   *
   * @param connection for plain SQL
   * @param runs how often each time is taken
   */
  public BenchRunner(
      Connection connection, List<BenchEngine> engines, int runs, Consumer<String> progress) {
    if (runs < 1) {
      throw new BenchException("--runs must be at least 1, not " + runs);
    }
    this.connection = connection;
    this.engines = List.copyOf(engines);
    this.runs = runs;
    this.progress = progress;
  }

  /** Measures all queries. */
  public List<Measurement> run(List<BenchQuery> queries) {
    for (int i = 0; i < queries.size(); i++) {
      progress.accept("comparing " + (i + 1) + "/" + queries.size());
      compare(queries.get(i));
    }
    List<Measurement> measurements = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      progress.accept("measuring " + (i + 1) + "/" + queries.size());
      measurements.add(measure(queries.get(i)));
    }
    return measurements;
  }

  /** What memory is measured: resident or heap. */
  public String memoryKind() {
    return memory.kind();
  }

  private void compare(BenchQuery query) {
    List<BenchAnswer.@Nullable Row> wanted =
        query.check() == null
            ? new ArrayList<>(run(engines.get(0), query, 0).rows().get())
            : new ArrayList<>(AnswerCheck.rows(connection, query.check()));
    for (BenchEngine engine : engines) {
      for (int variant = 0; variant < 3; variant++) {
        List<BenchAnswer.Row> found = run(engine, query, variant).rows().get();
        String difference = AnswerCheck.difference(List.copyOf(wanted), found);
        if (difference != null) {
          throw new BenchException(
              engine.name() + " answers " + query.name() + " otherwise: " + difference);
        }
      }
    }
  }

  private static BenchAnswer run(BenchEngine engine, BenchQuery query, int variant) {
    try {
      return engine.run(query.mdx(variant));
    } catch (BenchException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new BenchException(
          engine.name() + " fails at " + query.name() + ": " + e.getMessage(), e);
    }
  }

  private Measurement measure(BenchQuery query) {
    double[] sql = new double[runs];
    Map<BenchEngine, Series> all = new LinkedHashMap<>();
    engines.forEach(engine -> all.put(engine, new Series(runs)));
    long cells = 0;
    for (int run = 0; run < runs; run++) {
      if (query.check() != null) {
        long start = System.nanoTime();
        read(query.check().sql());
        sql[run] = millis(start);
      }
      for (BenchEngine engine : engines) {
        cells = all.get(engine).measure(engine, query, run);
      }
    }
    Map<String, Times> times = new LinkedHashMap<>();
    all.forEach((engine, series) -> times.put(engine.name(), series.times()));
    return new Measurement(
        query.name(),
        cells,
        query.check() == null ? OptionalDouble.empty() : OptionalDouble.of(median(sql)),
        times);
  }

  /** The runs of one query on one engine. */
  private final class Series {
    private final double[] cold;
    private final double[] known;
    private final double[] warm;
    private int coldStatements;
    private int knownStatements = -1;
    private long peak;

    Series(int runs) {
      cold = new double[runs];
      known = new double[runs];
      warm = new double[runs];
    }

    /** Runs it once in each state; tells how many cells there are. */
    long measure(BenchEngine engine, BenchQuery query, int run) {
      if (run == 0) {
        memory.start();
      }
      engine.forgetAll();
      long start = System.nanoTime();
      BenchAnswer answer = BenchRunner.run(engine, query, 0);
      cold[run] = millis(start);
      coldStatements = answer.statements();
      if (engine.forgetCells()) {
        start = System.nanoTime();
        knownStatements = BenchRunner.run(engine, query, 0).statements();
        known[run] = millis(start);
      }
      start = System.nanoTime();
      BenchRunner.run(engine, query, run + 1);
      warm[run] = millis(start);
      peak = Math.max(peak, memory.megabytes());
      return answer.cells();
    }

    Times times() {
      return new Times(
          median(cold),
          knownStatements < 0 ? OptionalDouble.empty() : OptionalDouble.of(median(known)),
          median(warm),
          coldStatements,
          knownStatements,
          peak);
    }
  }

  private void read(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= width; i++) {
          rows.getObject(i);
        }
      }
    } catch (SQLException e) {
      throw new BenchException("the SQL fails: " + e.getMessage(), e);
    }
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
