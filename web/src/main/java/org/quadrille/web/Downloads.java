package org.quadrille.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.MissingRoleException;
import org.quadrille.web.export.CsvWriter;
import org.quadrille.web.export.ExportBook;
import org.quadrille.web.export.PanelBook;
import org.quadrille.web.export.XlsxWriter;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PanelView;

/**
 * Files of panels and of whole pages: {@code /export/PAGE/PANEL.FORMAT} and {@code
 * /export/PAGE.FORMAT} with the page's own parameters. Formats are {@code csv} and {@code xlsx} for
 * tables, {@code svg} and {@code png} for charts of a panel. {@code bom=yes} puts a byte order mark
 * before a CSV; {@code chart=2} asks for the second chart of a panel that has several.
 */
final class Downloads {
  static final String PREFIX = "/export/";

  private static final Map<String, String> TYPES =
      Map.of(
          "csv",
          "text/csv; charset=utf-8",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "svg",
          "image/svg+xml; charset=utf-8",
          "png",
          "image/png");

  private final List<Page> pages;
  private final Forms.Contexts contexts;
  private final ChartFiles charts;
  private final Map<String, String> headers;

  Downloads(
      List<Page> pages, Forms.Contexts contexts, ChartFiles charts, Map<String, String> headers) {
    this.pages = List.copyOf(pages);
    this.contexts = Objects.requireNonNull(contexts, "contexts");
    this.charts = Objects.requireNonNull(charts, "charts");
    this.headers = Map.copyOf(headers);
  }

  /**
   * The file of an address; empty if there is none.
   *
   * @throws org.quadrille.cubes.catalog.UnknownNameException if the address names something that
   *     does not exist
   */
  Optional<PageResponse> serve(PageRequest request) {
    String path = request.path().substring(PREFIX.length());
    int dot = path.lastIndexOf('.');
    String format = path.substring(dot + 1);
    if (dot < 0 || !TYPES.containsKey(format)) {
      return Optional.empty();
    }
    String[] names = path.substring(0, dot).split("/", -1);
    if (names.length > 2) {
      return Optional.empty();
    }
    Optional<Page> page = pages.stream().filter(p -> p.name().equals(names[0])).findFirst();
    if (page.isEmpty()) {
      return Optional.empty();
    }
    Address here = Address.of(page.get().path(), request.query()).without("bom", "chart");
    PageContext context = contexts.of(request.withParameter("rows", "all"), page.get(), here);
    String panel = names.length == 2 ? names[1] : "";
    if (ChartFiles.FORMATS.contains(format)) {
      return chart(page.get(), panel, format, context);
    }
    return book(page.get(), panel, context)
        .map(book -> file(book, format, "yes".equals(request.parameter("bom"))));
  }

  private Optional<PageResponse> chart(
      Page page, String panel, String format, PageContext context) {
    String number = context.request().parameter("chart");
    Optional<PanelView> shown = panel(page, panel, context);
    return shown
        .flatMap(view -> ChartFiles.chart(view, number == null ? "1" : number))
        .map(chart -> charts.draw(chart, format))
        .map(bytes -> response(shown.orElseThrow().title() + "." + format, format, bytes));
  }

  private static Optional<ExportBook> book(Page page, String panel, PageContext context) {
    PageView view = page.view(context);
    PanelBook book = new PanelBook(context, view);
    String title = view.title();
    if (panel.isEmpty()) {
      for (PageView.Slot slot : view.slots()) {
        panel(page, slot.id(), context).ifPresent(book::add);
      }
    } else {
      Optional<PanelView> shown = panel(page, panel, context);
      if (shown.isEmpty()) {
        return Optional.empty();
      }
      book.add(shown.get());
      title = context.text().get("export.title", view.title(), shown.get().title());
    }
    return book.book(title);
  }

  private static Optional<PanelView> panel(Page page, String id, PageContext context) {
    try {
      return page.panel(id, context);
    } catch (MissingRoleException e) {
      return Optional.empty();
    }
  }

  private PageResponse file(ExportBook book, String format, boolean mark) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (format.equals("csv")) {
        new CsvWriter(mark).write(book, out);
      } else {
        new XlsxWriter().write(book, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response(book.title() + "." + format, format, out.toByteArray());
  }

  private PageResponse response(String name, String format, byte[] content) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Disposition", disposition(name));
    return new PageResponse(200, Objects.requireNonNull(TYPES.get(format)), all, content);
  }

  /** The name in ASCII for old clients, and as it is for the others (RFC 6266). */
  static String disposition(String name) {
    String clean = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").replaceAll("\\s+", " ");
    String ascii = clean.replaceAll("[^\\x20-\\x7e]", "_");
    String encoded = URLEncoder.encode(clean, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
