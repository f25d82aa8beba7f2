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
 * /export/PAGE.FORMAT} with the page's own parameters. Formats are {@code csv} and {@code xlsx};
 * {@code bom=yes} puts a byte order mark before a CSV.
 */
final class Downloads {
  static final String PREFIX = "/export/";

  private static final Map<String, String> TYPES =
      Map.of(
          "csv",
          "text/csv; charset=utf-8",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final List<Page> pages;
  private final Forms.Contexts contexts;
  private final Map<String, String> headers;

  Downloads(List<Page> pages, Forms.Contexts contexts, Map<String, String> headers) {
    this.pages = List.copyOf(pages);
    this.contexts = Objects.requireNonNull(contexts, "contexts");
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
    return page.flatMap(p -> book(p, names.length == 2 ? names[1] : "", request))
        .map(book -> file(book, format, "yes".equals(request.parameter("bom"))));
  }

  private Optional<ExportBook> book(Page page, String panel, PageRequest request) {
    Address here = Address.of(page.path(), request.query()).without("bom");
    PageContext context = contexts.of(request.withParameter("rows", "all"), page, here);
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
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Disposition", disposition(book.title() + "." + format));
    String type = Objects.requireNonNull(TYPES.get(format));
    return new PageResponse(200, type, all, out.toByteArray());
  }

  /** The name in ASCII for old clients, and as it is for the others (RFC 6266). */
  static String disposition(String name) {
    String clean = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").replaceAll("\\s+", " ");
    String ascii = clean.replaceAll("[^\\x20-\\x7e]", "_");
    String encoded = URLEncoder.encode(clean, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
