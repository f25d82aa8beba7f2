package org.quadrille.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quadrille.web.drawing.PaperFonts;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.report.PdfPrinter;
import org.quadrille.web.report.Report;
import org.quadrille.web.report.ReportException;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.report.Reports;
import org.quadrille.web.text.Language;

/** Reports at {@code /reports/NAME.pdf} and pages at {@code /pdf/PAGE}, with their parameters. */
final class ReportFiles {
  static final String REPORTS = "/reports/";
  static final String PAGES = "/pdf/";
  private static final String PDF = ".pdf";
  private static final String HTML = ".html";

  private final Reports reports;
  private final PdfPrinter printer;
  private final Clock clock;
  private final Failure failure;

  /** Makes a page that says what is wrong. */
  interface Failure {
    PageResponse of(PageRequest request, int status, String message);
  }

  ReportFiles(Reports reports, PdfPrinter printer, Clock clock, Failure failure) {
    this.reports = Objects.requireNonNull(reports, "reports");
    this.printer = Objects.requireNonNull(printer, "printer");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.failure = Objects.requireNonNull(failure, "failure");
  }

  static boolean owns(String path) {
    return path.startsWith(REPORTS) || path.startsWith(PAGES);
  }

  PageResponse serve(PageRequest request, Language language) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(request.query());
    parameters.keySet().removeAll(List.of("lang", "role"));
    ReportRequest wanted =
        new ReportRequest(language, request.role(), parameters, ZonedDateTime.now(clock));
    String path = request.path();
    try {
      if (path.startsWith(PAGES)) {
        return pdf(reports.page(path.substring(PAGES.length()), wanted));
      }
      String file = path.substring(REPORTS.length());
      if (file.endsWith(PDF)) {
        return pdf(reports.make(name(file, PDF), wanted));
      }
      if (file.endsWith(HTML)) {
        return html(reports.make(name(file, HTML), wanted));
      }
      return failure.of(request, 404, file + ": a report's address ends with .pdf or .html");
    } catch (ReportException e) {
      return failure.of(request, 404, String.valueOf(e.getMessage()));
    } catch (PaperFonts.MissingFontException e) {
      return failure.of(request, 500, String.valueOf(e.getMessage()));
    }
  }

  private static String name(String file, String suffix) {
    return file.substring(0, file.length() - suffix.length());
  }

  private PageResponse pdf(Report report) {
    byte[] pdf = printer.print(report.html());
    String name = report.name() + "-" + report.language().code() + PDF;
    return new PageResponse(
        200,
        "application/pdf",
        Map.of(
            "Content-Disposition",
            "inline; filename=\"" + name + "\"",
            "Cache-Control",
            "private, no-cache"),
        pdf);
  }

  /** What the PDF is laid out from; it has its own styles and its charts as images. */
  private static PageResponse html(Report report) {
    return new PageResponse(
        200,
        "text/html; charset=utf-8",
        Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
            "Cache-Control",
            "private, no-cache"),
        report.html().getBytes(StandardCharsets.UTF_8));
  }
}
