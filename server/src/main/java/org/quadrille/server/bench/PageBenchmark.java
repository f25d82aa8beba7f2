package org.quadrille.server.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.web.Pages;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.page.PageSettings;

/**
 * What each page, with all its panels, takes of the server: its time beside the time that its
 * queries take, and its SQL statements. Panels are asked for one after another.
 */
public final class PageBenchmark {
  private static final Pattern PANEL = Pattern.compile("hx-get=\"(/panels/[^\"?]+)");

  private static final int WARM_UP = 10;

  private final CatalogClock clock;
  private final int runs;
  private Pages pages;

  /**
   * A visit of a page.
   *
   * @param total milliseconds of the server's time
   * @param queries milliseconds of these that the catalogs took
   */
  public record Visit(double total, double queries, long statements) {
    /** The page's own part in milliseconds. */
    public double own() {
      return total - queries;
    }
  }

  /**
   * What a page takes; medians.
   *
   * @param cold members known, but no figures
   * @param warm everything known
   */
  public record PageTimes(String page, Visit cold, Visit warm) {}

  /** Measures the pages over catalogs, each so many times. */
  public PageBenchmark(Catalogs catalogs, int runs) {
    this.clock = new CatalogClock(catalogs);
    this.runs = runs;
    this.pages = new Pages(clock, PageSettings.DEFAULT);
  }

  /**
   * Measures all pages.
   *
   * @throws BenchException if a page or a panel fails
   */
  public List<PageTimes> run() {
    List<PageTimes> times = new ArrayList<>();
    // The first visits are slow because the program's own code is new to the Java machine.
    for (int i = 0; i < WARM_UP; i++) {
      pages.paths().forEach(this::visit);
    }
    for (String page : pages.paths()) {
      List<Visit> cold = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        clock.all().forEach(Catalog::forgetCells);
        pages = new Pages(clock, PageSettings.DEFAULT);
        cold.add(visit(page));
      }
      List<Visit> warm = new ArrayList<>();
      for (int i = 0; i < 4 * runs; i++) {
        warm.add(visit(page));
      }
      times.add(new PageTimes(page, median(cold), median(warm)));
    }
    return times;
  }

  private Visit visit(String page) {
    long statements = clock.load().started();
    long inCatalogs = clock.nanos();
    long start = System.nanoTime();
    String html = get(page);
    PANEL.matcher(html).results().map(match -> match.group(1)).forEach(this::get);
    long taken = System.nanoTime() - start;
    double queries = (clock.nanos() - inCatalogs) / 1e6;
    return new Visit(taken / 1e6, queries, clock.load().started() - statements);
  }

  private String get(String path) {
    Map<String, List<String>> query = Map.of("lang", List.of("en"));
    PageResponse response =
        pages
            .handle(new PageRequest("GET", path, query, Map.of(), Map.of(), null))
            .orElseThrow(() -> new BenchException("there is no page " + path));
    if (response.status() >= 400) {
      throw new BenchException("the page " + path + " fails: " + response.status());
    }
    return response.text();
  }

  private static Visit median(List<Visit> visits) {
    return new Visit(
        median(visits, Visit::total),
        median(visits, Visit::queries),
        Math.round(median(visits, Visit::statements)));
  }

  private static double median(List<Visit> visits, ToDoubleFunction<Visit> value) {
    double[] sorted = visits.stream().mapToDouble(value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** Measurements as text, a line for each page. */
  public static String text(List<PageTimes> times) {
    StringBuilder text = new StringBuilder();
    String form = "%-16s %9s %9s %7s %11s %9s %9s %7s %11s%n";
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (PageTimes page : times) {
      List<String> line = new ArrayList<>();
      for (Visit visit : List.of(page.cold(), page.warm())) {
        line.add(number(visit.total()));
        line.add(number(visit.queries()));
        line.add(number(visit.own()));
        line.add(String.valueOf(visit.statements()));
      }
      lines.put(page.page(), line);
    }
    text.append(
        String.format(
            Locale.ROOT,
            form,
            "page",
            "cold ms",
            "queries",
            "own",
            "statements",
            "warm ms",
            "queries",
            "own",
            "statements"));
    lines.forEach(
        (page, line) -> {
          List<Object> cells = new ArrayList<>(List.of(page));
          cells.addAll(line);
          text.append(String.format(Locale.ROOT, form, cells.toArray()));
        });
    return text.toString();
  }

  private static String number(double milliseconds) {
    return String.format(Locale.ROOT, "%.1f", milliseconds);
  }
}
