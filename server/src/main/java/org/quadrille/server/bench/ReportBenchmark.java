package org.quadrille.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.quadrille.web.Pages;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportLibrary;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.text.Language;

/**
 * What a report of ten pages with six charts takes to be laid out as a PDF, beside headless
 * Chromium that prints the same HTML. The charts are in the HTML, as vectors, so both print what is
 * drawn already; what the report takes until its HTML is there is told apart.
 */
public final class ReportBenchmark {
  private static final String NAME = "ten-pages";

  private static final String CHART = "<img src=\"data:image/svg+xml";
  private static final int WARM_UP = 12;

  private final Pages pages;

  /**
   * Medians in milliseconds.
   *
   * @param html until the HTML is there, everything warm
   * @param own laying it out
   * @param chromium printing it, the browser running already
   */
  public record Times(
      int ownPages,
      int chromiumPages,
      int charts,
      double html,
      double own,
      double chromium,
      String version) {
    /** How many times as long ours takes. */
    public double ratio() {
      return own / chromium;
    }

    /** For a reader. */
    public String text() {
      return String.format(
          Locale.ROOT,
          "%d charts; HTML made in %.0f ms%n"
              + "Quadrille: %.0f ms (%d pages)%n%s: %.0f ms (%d pages)%n%.2f times as long%n",
          charts,
          html,
          own,
          ownPages,
          version,
          chromium,
          chromiumPages,
          ratio());
    }
  }

  /**
   * Reports in a row.
   *
   * @param heap largest heap that was in use, in megabytes, of {@code most}
   */
  public record Row(int reports, double seconds, long heap, long most) {
    /** For a reader. */
    public String text() {
      return String.format(
          Locale.ROOT,
          "%d reports in %.1f s, heap up to %d of %d MB%n",
          reports,
          seconds,
          heap,
          most);
    }
  }

  /** Measures with pages that have the report of {@link #library}. */
  public ReportBenchmark(Pages pages) {
    this.pages = Objects.requireNonNull(pages, "pages");
  }

  /**
   * The report that is measured, written into a folder.
   *
   * @param folder is made where it is not there
   */
  public static ReportLibrary library(Path folder) throws IOException {
    Files.createDirectories(folder);
    String file = NAME + ".ftlh";
    try (InputStream in = ReportBenchmark.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("missing on the class path: " + file);
      }
      Files.write(folder.resolve(file), in.readAllBytes());
    }
    return new ReportLibrary(folder);
  }

  /**
   * Measures both in turns, after a warm-up.
   *
   * @param folder for the HTML and the browser's files
   * @throws BenchException if there is no Chromium, or a part of the report fails
   */
  public Times compare(Path folder, int runs) throws IOException {
    Report report = make(Language.EN);
    Path html = folder.resolve(NAME + ".html");
    Files.writeString(html, report.html(), StandardCharsets.UTF_8);
    try (ChromiumPrinter chromium = new ChromiumPrinter(Files.createTempDirectory("quadrille"))) {
      Supplier<byte[]> own = () -> pages.printer().print(report.html());
      Supplier<byte[]> other = () -> chromium.print(html);
      for (int i = 0; i < WARM_UP; i++) {
        int unusedLength = own.get().length + other.get().length;
      }
      List<Double> owns = new ArrayList<>();
      List<Double> others = new ArrayList<>();
      List<Double> htmls = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        owns.add(millis(own));
        others.add(millis(other));
        htmls.add(millis(() -> make(Language.EN)));
      }
      Files.write(folder.resolve(NAME + ".pdf"), own.get());
      Files.write(folder.resolve(NAME + "-chromium.pdf"), other.get());
      return new Times(
          pagesOf(own.get()),
          pagesOf(other.get()),
          report.html().split(Pattern.quote(CHART), -1).length - 1,
          median(htmls),
          median(owns),
          median(others),
          chromium.version());
    }
  }

  /** Makes reports in a row, English and Chinese in turns where there is a Chinese font. */
  public Row row(int reports, boolean chinese) {
    Runtime runtime = Runtime.getRuntime();
    long most = 0;
    long start = System.nanoTime();
    for (int i = 0; i < reports; i++) {
      Language language = chinese && i % 2 == 1 ? Language.ZH : Language.EN;
      pages.printer().print(make(language).html());
      most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Row(reports, seconds, most >> 20, runtime.maxMemory() >> 20);
  }

  private Report make(Language language) {
    ZonedDateTime now = Instant.EPOCH.atZone(ZoneOffset.UTC);
    Report report = pages.reports().make(NAME, new ReportRequest(language, null, Map.of(), now));
    if (!report.problems().isEmpty()) {
      throw new BenchException("the report has failed parts: " + report.problems());
    }
    return report;
  }

  private static double millis(Supplier<?> work) {
    long start = System.nanoTime();
    Object made = work.get();
    double taken = (System.nanoTime() - start) / 1e6;
    Objects.requireNonNull(made);
    return taken;
  }

  private static int pagesOf(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
