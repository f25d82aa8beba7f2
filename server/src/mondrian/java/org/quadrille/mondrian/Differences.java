package org.quadrille.mondrian;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import mondrian.olap.MondrianException;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.server.bench.BenchData;
import org.quadrille.server.bench.BenchQuery;
import org.quadrille.server.bench.Benchmark;
import org.quadrille.server.bench.FoodMartBenchmark;

/**
 * Asks both engines the queries of our scripts, of the benchmark and random ones, and prints each
 * one that they answer otherwise. Verdicts are in docs/mondrian-differences.md.
 */
public final class Differences {
  private static final int RANDOM_QUERIES = 200;
  private static final long SEED = 20261121;

  private final Catalog catalog;
  private final MondrianEngine mondrian;
  private final PrintStream out;
  private final Map<String, Integer> counts = new TreeMap<>();

  private Differences(Catalog catalog, MondrianEngine mondrian, PrintStream out) {
    this.catalog = catalog;
    this.mondrian = mondrian;
    this.out = out;
  }

  /**
   * Compares.
   *
   * @param arguments folder for the data, schema of our tests, folder of our query scripts
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path schema = Path.of(arguments[1]);
    Map<String, String> queries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(Path.of(arguments[2]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".mdxt")).sorted().toList()) {
        queries.putAll(script(file));
      }
    }
    Benchmark benchmark = new FoodMartBenchmark();
    for (BenchQuery each : benchmark.queries()) {
      queries.put("bench " + each.name(), each.mdx());
    }
    queries.putAll(new RandomQueries(SEED).make(RANDOM_QUERIES));
    BenchData data =
        BenchData.in(Path.of(arguments[0]), new WithoutRoles(benchmark, schema), out::println);
    try (Catalogs catalogs = Catalogs.open(List.of(data.settings()), Clock.systemDefaultZone());
        MondrianEngine mondrian = new MondrianEngine(data.schema(), data.database())) {
      new Differences(catalogs.all().get(0), mondrian, out).compare(queries);
    }
  }

  /**
   * The schema of our tests without its roles: Mondrian refuses a schema of which one role names an
   * unknown member, which our tests of roles do on purpose.
   */
  private record WithoutRoles(Benchmark base, Path file) implements Benchmark {
    @Override
    public String fileName() {
      return base.fileName();
    }

    @Override
    public void makeData(Path database) {
      base.makeData(database);
    }

    @Override
    public String schema() {
      try {
        return Files.readString(file, StandardCharsets.UTF_8)
            .replaceAll("(?s)<Role .*</Role>", "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<BenchQuery> queries() {
      return base.queries();
    }
  }

  /** The queries of a script: between its title and the line that starts its SQL or answer. */
  private static Map<String, String> script(Path file) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    for (String block : Files.readString(file, StandardCharsets.UTF_8).split("(?m)^== ", -1)) {
      int line = block.indexOf('\n');
      String[] parts = block.split("(?m)^(sql: |--$)", 2);
      if (parts.length == 2 && line > 0 && line < parts[0].length()) {
        queries.put(
            Objects.requireNonNull(file.getFileName()) + ": " + block.substring(0, line),
            parts[0].substring(line + 1).strip());
      }
    }
    return queries;
  }

  private void compare(Map<String, String> queries) {
    queries.forEach(this::compare);
    counts.forEach((kind, count) -> out.println(kind + ": " + count));
  }

  private void compare(String name, String mdx) {
    List<String> errors = new ArrayList<>();
    List<String> ours = ours(mdx, errors);
    List<String> theirs = theirs(mdx, errors);
    String kind;
    String detail;
    if (ours == null && theirs == null) {
      kind = "both refuse";
      detail = "";
    } else if (ours == null || theirs == null) {
      kind = ours == null ? "only Quadrille refuses" : "only Mondrian refuses";
      detail = errors.get(0);
    } else {
      detail = firstDifference(ours, theirs);
      kind = detail.isEmpty() ? "equal" : kind(ours, theirs);
      if (!detail.isEmpty()) {
        // Mondrian's own answers can depend on what it cached before
        mondrian.forgetAll();
        List<String> again = theirs(mdx, errors);
        kind = again != null && ours.equals(again) ? "equal once Mondrian forgot its cache" : kind;
      }
    }
    counts.merge(kind, 1, Integer::sum);
    if (!kind.equals("equal") && !kind.equals("both refuse")) {
      out.println("== " + kind + ": " + name + "\n" + mdx + "\n-- " + detail + "\n");
    }
  }

  private @Nullable List<String> ours(String mdx, List<String> errors) {
    try {
      return AnswerText.of(catalog.execute(mdx, QueryContext.DEFAULT));
    } catch (MdxException | UnknownNameException e) {
      errors.add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable List<String> theirs(String mdx, List<String> errors) {
    try {
      return AnswerText.of(mondrian.execute(mdx));
    } catch (MondrianException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      errors.add(String.valueOf(cause.getMessage()));
      return null;
    }
  }

  private static String kind(List<String> ours, List<String> theirs) {
    List<String> mine = ours.stream().filter(line -> line.startsWith("axis")).sorted().toList();
    List<String> other = theirs.stream().filter(line -> line.startsWith("axis")).sorted().toList();
    if (!mine.equals(other)) {
      return "different positions";
    }
    List<String> inOrder = theirs.stream().filter(line -> line.startsWith("axis")).toList();
    return inOrder.equals(ours.stream().filter(line -> line.startsWith("axis")).toList())
        ? "different cells"
        : "different order";
  }

  private static String firstDifference(List<String> ours, List<String> theirs) {
    int size = Math.max(ours.size(), theirs.size());
    for (int i = 0; i < size; i++) {
      String a = i < ours.size() ? ours.get(i) : "(nothing)";
      String b = i < theirs.size() ? theirs.get(i) : "(nothing)";
      if (!a.equals(b)) {
        return "Quadrille " + a + "\n-- Mondrian  " + b;
      }
    }
    return "";
  }
}
