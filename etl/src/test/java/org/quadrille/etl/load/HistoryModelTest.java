package org.quadrille.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quadrille.etl.job.Job;
import org.quadrille.etl.job.JobReader;
import org.quadrille.etl.report.LoadProgress;
import org.quadrille.etl.report.LoadReport;

/** Versions made by bulk SQL are those that going through the rows one by one would make. */
class HistoryModelTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final String JOB =
      """
      job: model
      sources: {rows: {file: rows.csv}}
      dimensions:
        member:
          from: rows
          business_key: id
          columns:
            id: INTEGER
            day: {type: DATE, required: true, store: false}
            a: {type: VARCHAR, history: true}
            b: {type: VARCHAR, history: true}
            name: VARCHAR
          history: {date: day}
      """;

  @TempDir Path folder;

  private record Row(int id, LocalDate day, String a, String b, String name) {
    String state() {
      return a + "/" + b;
    }
  }

  /** States by first day, in order, for each member; and the names, which have no history. */
  private final Map<Integer, TreeMap<LocalDate, String>> versions = new TreeMap<>();

  private final Map<Integer, String> names = new LinkedHashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void bulkIsLikeOneByOne(long seed) throws Exception {
    Random random = new Random(seed);
    Path star = folder.resolve("star.duckdb");
    Job job = JobReader.read("job.yaml", new StringReader(JOB));
    for (int load = 0; load < 8; load++) {
      List<Row> rows = rows(random);
      write(rows);
      long rejected = model(rows);
      LoadReport report =
          new Loader(Clock.systemUTC()).load(job, folder, star, LoadProgress.silent());
      assertThat(report.rejected()).isEqualTo(rejected);
      assertThat(stored(star)).isEqualTo(expected());
    }
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      rows.add(
          new Row(
              random.nextInt(4),
              START.plusDays(random.nextInt(12)),
              "a" + random.nextInt(2),
              "b" + random.nextInt(2),
              "n" + random.nextInt(3)));
    }
    return rows;
  }

  private void write(List<Row> rows) throws IOException {
    StringBuilder text = new StringBuilder("id,day,a,b,name\n");
    for (Row row : rows) {
      text.append("%d,%s,%s,%s,%s\n".formatted(row.id(), row.day(), row.a(), row.b(), row.name()));
    }
    Files.writeString(folder.resolve("rows.csv"), text);
  }

  /** Applies the rows in the order of their days; returns how many are to be rejected. */
  private long model(List<Row> rows) {
    List<Row> ordered = new ArrayList<>(rows);
    ordered.sort(Comparator.comparing(Row::day));
    long rejected = 0;
    Map<Integer, LocalDate> present = new TreeMap<>();
    versions.forEach((id, states) -> present.put(id, states.lastKey()));
    List<String> seen = new ArrayList<>();
    for (Row row : ordered) {
      String identity = row.id() + " " + row.day();
      TreeMap<LocalDate, String> states = versions.computeIfAbsent(row.id(), id -> new TreeMap<>());
      Map.Entry<LocalDate, String> before = states.floorEntry(row.day());
      boolean late =
          present.containsKey(row.id())
              && row.day().isBefore(present.get(row.id()))
              && (before == null || !before.getValue().equals(row.state()));
      if (seen.contains(identity) || late) {
        rejected++;
        seen.add(identity);
        continue;
      }
      seen.add(identity);
      names.put(row.id(), row.name());
      boolean correction = row.day().equals(present.get(row.id()));
      if (correction || before == null || !before.getValue().equals(row.state())) {
        states.put(row.day(), row.state());
      }
    }
    return rejected;
  }

  private List<String> expected() {
    List<String> all = new ArrayList<>();
    versions.forEach(
        (id, states) ->
            states.forEach(
                (from, state) -> {
                  LocalDate next = states.higherKey(from);
                  all.add(
                      id
                          + " "
                          + state
                          + " "
                          + names.get(id)
                          + " "
                          + from
                          + " "
                          + (next == null ? "9999-12-31" : next));
                }));
    return all;
  }

  private static List<String> stored(Path star) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + star);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id || ' ' || a || '/' || b || ' ' || name || ' ' || valid_from || ' ' || valid_to"
                    + " FROM member ORDER BY id, valid_from")) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }
}
