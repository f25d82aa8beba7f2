package org.quadrille.server.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.app.CatalogsOpener;
import org.quadrille.server.bench.BenchData;
import org.quadrille.server.bench.BenchEngine;
import org.quadrille.server.bench.BenchEngineFactory;
import org.quadrille.server.bench.BenchException;
import org.quadrille.server.bench.BenchQuery;
import org.quadrille.server.bench.BenchRunner;
import org.quadrille.server.bench.BenchTable;
import org.quadrille.server.bench.Benchmark;
import org.quadrille.server.bench.FoodMartBenchmark;
import org.quadrille.server.bench.Measurement;
import org.quadrille.server.bench.OtherQueries;
import org.quadrille.server.bench.PageBenchmark;
import org.quadrille.server.bench.QuadrilleEngine;
import org.quadrille.server.bench.ReportBenchmark;
import org.quadrille.server.bench.StarSchemaBenchmark;
import org.quadrille.server.config.SettingsReader;
import org.quadrille.web.Pages;
import org.quadrille.web.drawing.PaperFonts;
import org.quadrille.web.page.PageSettings;
import org.quadrille.web.report.ReportLibrary;
import org.quadrille.web.schedule.ScheduleBoard;
import org.quadrille.web.view.PassingViews;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures queries. */
@Command(
    name = "bench",
    description = {
      "Measures the queries of a benchmark: plain SQL, nothing cached (cold), members known, warm.",
      "Answers are compared with plain SQL before anything is measured.",
      "pages: what each page takes of the server beside its queries, over the sample company.",
      "report: a PDF of ten pages beside headless Chromium's print of the same HTML."
    })
final class BenchCommand implements Callable<Integer> {
  private final Console console;
  private final CatalogsOpener opener;

  @Parameters(
      paramLabel = "NAME",
      description = "ssb, foodmart, pages, report, or http: many clients at once.")
  private Name name = Name.SSB;

  @Option(
      names = "--scale",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Scale factor of ssb, where 1 (the default) has six million facts, or of the sample.")
  private BigDecimal scale = BigDecimal.ONE;

  @Option(
      names = "--runs",
      defaultValue = "5",
      paramLabel = "N",
      description = "How often each time is taken; the median is shown (default: 5).")
  private int runs = 5;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "report: makes so many reports in a row and tells the heap instead.")
  private int repeat;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the data (default: data/bench in the program's folder).")
  private @Nullable Path data;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Only these queries of the benchmark.")
  private List<String> only = List.of();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "Measures one engine alone, so that the memory is its own (default: all that are there).")
  private @Nullable String engine;

  @ArgGroup(exclusive = false)
  private @Nullable Other other;

  BenchCommand(Console console, CatalogsOpener opener) {
    this.console = console;
    this.opener = opener;
  }

  @Override
  public Integer call() throws SQLException, IOException {
    try {
      switch (name) {
        case PAGES -> pages();
        case REPORT -> report();
        case HTTP -> http(benchmark());
        case SSB, FOODMART -> run(benchmark());
      }
    } catch (BenchException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    return 0;
  }

  private Benchmark benchmark() {
    Benchmark own = name == Name.SSB ? new StarSchemaBenchmark(scale) : new FoodMartBenchmark();
    return other == null ? own : new OtherQueries(own, other.schema, other.queries);
  }

  /** The sample company, made where it is not there. */
  private Catalogs sample(Path folder) throws IOException {
    Files.createDirectories(folder);
    SampleStar star = new SampleStar(console, folder, scale.doubleValue());
    star.prepare();
    return opener.open(SettingsReader.read(star.settings()).catalogs());
  }

  private Path sampleFolder() {
    return (data == null ? Home.data().resolve("bench") : data).resolve("pages");
  }

  private void report() throws IOException {
    Path folder = sampleFolder();
    try (Catalogs catalogs = sample(folder)) {
      Path made = folder.resolve("reports");
      PaperFonts fonts = PaperFonts.find();
      ReportLibrary library = ReportBenchmark.library(made);
      ReportBenchmark benchmark =
          new ReportBenchmark(
              new Pages(
                  catalogs,
                  PageSettings.DEFAULT,
                  new PassingViews(),
                  library,
                  fonts,
                  ScheduleBoard.none()));
      console
          .out()
          .print(
              repeat > 0
                  ? benchmark.row(repeat, fonts.han().isPresent()).text()
                  : benchmark.compare(made, runs).text());
      console.out().flush();
    }
  }

  private void pages() throws IOException {
    try (Catalogs catalogs = sample(sampleFolder())) {
      console.out().print(PageBenchmark.text(new PageBenchmark(catalogs, runs).run()));
      console.out().flush();
    }
  }

  private void http(Benchmark benchmark) throws IOException {
    Path folder = data == null ? Home.data().resolve("bench") : data;
    new HttpBench(console, runs)
        .run(opener, BenchData.in(folder, benchmark, console::progress), queries(benchmark));
  }

  private void run(Benchmark benchmark) throws SQLException {
    Path folder = data == null ? Home.data().resolve("bench") : data;
    BenchData files = BenchData.in(folder, benchmark, console::progress);
    List<BenchEngine> engines = new ArrayList<>();
    try (Catalogs catalogs = opener.open(List.of(files.settings()));
        Connection connection = DriverManager.getConnection(files.settings().jdbcUrl())) {
      engines.add(new QuadrilleEngine(catalogs.all().get(0)));
      for (BenchEngineFactory peer : ServiceLoader.load(BenchEngineFactory.class)) {
        engines.add(peer.open(files.schema(), files.database()));
      }
      keepOne(engines);
      BenchRunner runner = new BenchRunner(connection, engines, runs, console::progress);
      List<Measurement> measurements = runner.run(queries(benchmark));
      console.say("");
      console.out().print(new BenchTable(measurements).text(runner.memoryKind()));
      console.out().flush();
    } finally {
      engines.forEach(BenchEngine::close);
    }
  }

  private void keepOne(List<BenchEngine> engines) {
    if (engine == null) {
      return;
    }
    List<String> names = engines.stream().map(BenchEngine::name).toList();
    List<BenchEngine> others =
        engines.stream().filter(each -> !each.name().equalsIgnoreCase(engine)).toList();
    if (others.size() == engines.size()) {
      throw new CommandFailure(
          "there is no engine " + engine + "; there are: " + String.join(", ", names));
    }
    others.forEach(BenchEngine::close);
    engines.removeAll(others);
  }

  private List<BenchQuery> queries(Benchmark benchmark) {
    List<BenchQuery> chosen =
        benchmark.queries().stream()
            .filter(query -> only.isEmpty() || only.contains(query.name()))
            .toList();
    if (chosen.isEmpty()) {
      throw new CommandFailure(
          "no query has such a name; there are: "
              + String.join(", ", benchmark.queries().stream().map(BenchQuery::name).toList()));
    }
    return chosen;
  }

  /** Which benchmark. */
  enum Name {
    SSB,
    FOODMART,
    PAGES,
    REPORT,
    HTTP
  }

  /** A schema and queries of the user's over the benchmark's data. */
  static final class Other {
    @Option(
        names = "--schema",
        required = true,
        paramLabel = "FILE",
        description = "Another schema over the same data; needs --queries.")
    private Path schema = Path.of("");

    @Option(
        names = "--queries",
        required = true,
        paramLabel = "FILE",
        description = "Other queries: MDX, each after a line -- NAME.")
    private Path queries = Path.of("");
  }
}
