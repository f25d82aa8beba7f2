package org.quadrille.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quadrille.cubes.analysis.AnswerCache;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MissingRoleException;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.OtherDataException;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.asset.Assets;
import org.quadrille.web.chart.ChartJson;
import org.quadrille.web.classes.ClassesPage;
import org.quadrille.web.cockpit.CockpitPage;
import org.quadrille.web.competitors.CompetitorsPage;
import org.quadrille.web.console.ConsolePage;
import org.quadrille.web.drawing.ChartDrawer;
import org.quadrille.web.drawing.PaperFonts;
import org.quadrille.web.explorer.ExplorerPage;
import org.quadrille.web.export.ExportException;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.CubeChoice;
import org.quadrille.web.page.Fragment;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageRenderer;
import org.quadrille.web.page.PageSettings;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.pareto.ParetoPage;
import org.quadrille.web.profit.ProfitPage;
import org.quadrille.web.report.PdfPrinter;
import org.quadrille.web.report.ReportLibrary;
import org.quadrille.web.report.Reports;
import org.quadrille.web.schedule.ScheduleBoard;
import org.quadrille.web.schedule.SchedulesPage;
import org.quadrille.web.text.Language;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;
import org.quadrille.web.view.PassingViews;
import org.quadrille.web.view.ViewStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All pages and their files. A page stands at its own path, its panels below {@code
 * /panels/PAGE/ID} with the same parameters. The language is that of the parameter {@code lang},
 * else of the cookie, else the browser's. Safe for use by many threads.
 */
public final class Pages {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
  private static final String LANGUAGE_COOKIE = "quadrille_lang";
  private static final String PANELS = "/panels/";
  private static final String FORMS = "/forms/";

  /** Charts set inline styles through the DOM; scripts and styles come from files only. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
              + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cache-Control",
          "private, no-cache",
          "Vary",
          "Accept-Language, Cookie");

  private final PageSettings settings;
  private final CubeChoice choice;
  private final Assets assets = new Assets();
  private final ChartFiles chartFiles = new ChartFiles(assets);
  private final AnswerCache answers = new AnswerCache(AnswerCache.USUAL_BYTES);
  private final List<Page> pages;
  private final PageRenderer renderer;
  private final Map<Language, Messages> messages = new EnumMap<>(Language.class);

  private final Reports reports;
  private final PdfPrinter printer;
  private final ReportFiles reportFiles;
  private final DocumentFiles documents;

  /** Panels that can be tiles of the cockpit beside its own. */
  private static final List<String> TILES =
      List.of(
          "pareto/ranking",
          "pareto/lorenz",
          "competitors/time",
          "competitors/region",
          "competitors/product",
          "competitors/rivals",
          "competitors/price",
          "competitors/price-time",
          "competitors/voice",
          "competitors/bids",
          "competitors/bids-time");

  /** Prepares the pages, whose views are kept until the program ends; reads no catalog yet. */
  public Pages(Catalogs catalogs, PageSettings settings) {
    this(catalogs, settings, new PassingViews());
  }

  /** Prepares the pages; reads no catalog yet. */
  public Pages(Catalogs catalogs, PageSettings settings, ViewStore views) {
    this(
        catalogs,
        settings,
        views,
        new ReportLibrary(null),
        PaperFonts.find(),
        ScheduleBoard.none());
  }

  /** Prepares the pages with reports, fonts and schedules of one's own; reads no catalog yet. */
  public Pages(
      Catalogs catalogs,
      PageSettings settings,
      ViewStore views,
      ReportLibrary library,
      PaperFonts fonts,
      ScheduleBoard board) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.choice = new CubeChoice(catalogs, settings);
    ExplorerPage explorer = new ExplorerPage(views);
    List<Page> printed =
        List.of(
            new CockpitPage(views, explorer, TILES),
            explorer,
            new ParetoPage(),
            new ClassesPage(),
            new ProfitPage(),
            new CompetitorsPage());
    this.pages =
        Stream.concat(
                printed.stream(), Stream.of(new SchedulesPage(board, library), new ConsolePage()))
            .toList();
    this.documents = new DocumentFiles(board, HEADERS);
    this.renderer = new PageRenderer(assets, catalogs, settings, pages);
    for (Language language : Language.values()) {
      messages.put(language, Messages.of(language));
    }
    PagePanels panels = new PagePanels(printed, this::context, Pages::missing, this::messages);
    this.reports =
        new Reports(library, panels, assets, new ChartDrawer(assets), settings.productName());
    this.printer = new PdfPrinter(fonts);
    this.reportFiles =
        new ReportFiles(
            reports,
            printer,
            Clock.systemDefaultZone(),
            (request, status, message) ->
                problem(request, status, messages(request).get("problem.no-report", message)));
  }

  /** Makes reports of what the pages show. */
  public Reports reports() {
    return reports;
  }

  /** Prints reports. */
  public PdfPrinter printer() {
    return printer;
  }

  /** The paths of all pages, in the order of the menu. */
  public List<String> paths() {
    return pages.stream().map(Page::path).toList();
  }

  /**
   * Answers a request.
   *
   * @return empty where the path belongs to no page and no file of the pages
   */
  public Optional<PageResponse> handle(PageRequest request) {
    String path = request.path();
    boolean file = assets.owns(path);
    Optional<Page> page = pages.stream().filter(p -> p.path().equals(path)).findFirst();
    boolean panel = path.startsWith(PANELS);
    boolean form = path.startsWith(FORMS);
    boolean export = path.startsWith(Downloads.PREFIX);
    boolean report = ReportFiles.owns(path);
    boolean document = path.startsWith(SchedulesPage.DOCUMENTS);
    if (!file && page.isEmpty() && !panel && !form && !export && !report && !document) {
      return Optional.empty();
    }
    if (form) {
      return Optional.of(
          new Forms(pages, this::context, this::problem, e -> failure(messages(request), e))
              .take(request));
    }
    if (!request.reads()) {
      return Optional.of(readOnly());
    }
    if (file) {
      return Optional.of(assets.serve(request));
    }
    if (report) {
      return Optional.of(reportFiles.serve(request, language(request)));
    }
    if (document) {
      return Optional.of(documents.serve(request).orElseGet(() -> notFound(request)));
    }
    if (export) {
      return Optional.of(export(request));
    }
    PageResponse response = panel ? panel(request) : page(request, page.orElseThrow());
    return Optional.of(keepLanguage(request, response));
  }

  /** A page that says that nothing stands at an address; for paths that nobody answers. */
  public PageResponse notFound(PageRequest request) {
    Messages text = messages(request);
    return problem(request, 404, text.get("problem.no-page", request.path()));
  }

  private PageResponse page(PageRequest request, Page page) {
    Messages text = messages(request);
    PageContext context;
    try {
      context = context(request, page, Address.of(page.path(), request.query()));
    } catch (UnknownNameException e) {
      return problem(request, 404, text.get("problem.unknown", message(e)));
    } catch (RuntimeException e) {
      LOG.error("page {} failed", request.path(), e);
      return problem(request, 500, failure(text, e));
    }
    String title = text.get("nav." + page.name());
    try {
      Optional<Address> elsewhere = page.elsewhere(context);
      if (elsewhere.isPresent()) {
        return PageResponse.seeOther(elsewhere.get().toString());
      }
      return html(200, renderer.page(context, page, page.view(context)));
    } catch (UnknownNameException e) {
      String problem = text.get("problem.unknown", message(e));
      return html(404, renderer.page(context, page, PageView.problem(title, problem)));
    } catch (MissingRoleException e) {
      String problem = missing(text, page, context, e);
      return html(200, renderer.page(context, page, PageView.problem(title, problem)));
    } catch (RuntimeException e) {
      LOG.error("page {} failed", request.path(), e);
      String problem = failure(text, e);
      return html(500, renderer.page(context, page, PageView.problem(title, problem)));
    }
  }

  private PageResponse panel(PageRequest request) {
    Messages text = messages(request);
    String[] names = request.path().substring(PANELS.length()).split("/", -1);
    Optional<Page> page =
        pages.stream().filter(p -> names.length == 2 && p.name().equals(names[0])).findFirst();
    if (page.isEmpty()) {
      return notFound(request);
    }
    String id = names[1];
    String retry = Address.of(request.path(), request.query()).toString();
    String title = text.find("panel." + names[0] + "." + id).orElse("");
    int status;
    String problem;
    try {
      Address here = Address.of(page.get().path(), request.query());
      PageContext context = context(request, page.get(), here);
      return panel(page.get(), id, context).orElseGet(() -> notFound(request));
    } catch (UnknownNameException e) {
      status = 404;
      problem = text.get("problem.unknown", message(e));
    } catch (RuntimeException e) {
      LOG.error("panel {} failed", retry, e);
      status = 500;
      problem = failure(text, e);
    }
    return html(status, renderer.failedPanel(text, id, title, problem, retry));
  }

  private PageResponse export(PageRequest request) {
    Messages text = messages(request);
    try {
      return new Downloads(pages, this::context, chartFiles, HEADERS)
          .serve(request)
          .orElseGet(() -> notFound(request));
    } catch (UnknownNameException e) {
      return problem(request, 404, text.get("problem.unknown", message(e)));
    } catch (ExportException e) {
      return problem(request, 400, message(e));
    } catch (RuntimeException e) {
      LOG.error("export {} failed", request.path(), e);
      return problem(request, 500, failure(text, e));
    }
  }

  private PageContext context(PageRequest request, Page page, Address here) {
    Language language = language(request);
    QueryContext query =
        new QueryContext(request.role(), language.locale(), settings.queryTimeout());
    Catalog catalog = choice.catalog(request.parameter("catalog"));
    String cube = request.parameter("cube");
    if (cube == null) {
      cube =
          CubeChoice.first(catalog, query, page::suits)
              .map(roles -> roles.cube().name())
              .orElseGet(() -> anyCube(catalog, query));
    }
    return new PageContext(
        request,
        here,
        messages(request),
        new NumberText(language),
        new ChartJson(language),
        query,
        catalog,
        cube,
        answers);
  }

  private static String anyCube(Catalog catalog, QueryContext query) {
    return CubeChoice.usable(catalog, query).stream()
        .findFirst()
        .orElseThrow(
            () -> new UnknownNameException("catalog " + catalog.name() + " has no usable cube"))
        .name();
  }

  private Optional<PageResponse> panel(Page page, String id, PageContext context) {
    Messages text = context.text();
    try {
      Optional<Fragment> fragment = page.fragment(id, context);
      if (fragment.isPresent()) {
        return fragment.map(part -> html(200, renderer.fragment(context, part)));
      }
      return page.panel(id, context)
          .map(panel -> html(200, renderer.panel(context, page.name(), id, panel)));
    } catch (MissingRoleException e) {
      String title = text.find("panel." + page.name() + "." + id).orElse("");
      PanelView empty = PanelView.empty(title, missing(text, page, context, e));
      return Optional.of(html(200, renderer.panel(context, page.name(), id, empty)));
    }
  }

  /** What is missing, and where to say which it is. */
  private static String missing(
      Messages text, Page page, PageContext context, MissingRoleException e) {
    DimensionRole dimension = e.dimension();
    String role = dimension != null ? dimension.code() : measureCode(e);
    String kind = dimension != null ? "dimension" : "measure";
    String name = text.get(kind + "." + role);
    return page.choosesCube()
        ? text.get("problem.missing-" + kind, e.cube(), name, role)
        : text.get("problem.no-cube-" + kind, context.catalog().name(), name, role);
  }

  private static String measureCode(MissingRoleException e) {
    return Objects.requireNonNull(e.measure(), "neither dimension nor measure").code();
  }

  private PageResponse problem(PageRequest request, int status, String problem) {
    Messages text = messages(request);
    String theme = request.cookies().get(PageRenderer.THEME_COOKIE);
    Address here = Address.of(request.path(), request.query());
    String title = text.get(status >= 500 ? "problem.failed-title" : "problem.title");
    return html(status, renderer.problem(text, here, theme, title, problem));
  }

  /** What failed, and what mends it where that is known. */
  static String failure(Messages text, RuntimeException thrown) {
    String key = thrown instanceof OtherDataException ? "problem.other-data" : "problem.failed";
    return text.get(key, message(thrown));
  }

  private static String message(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static PageResponse html(int status, String html) {
    return PageResponse.html(status, HEADERS, html);
  }

  private Messages messages(PageRequest request) {
    return Objects.requireNonNull(messages.get(language(request)));
  }

  private static Language language(PageRequest request) {
    return Language.of(request.parameter("lang"))
        .or(() -> Language.of(request.cookies().get(LANGUAGE_COOKIE)))
        .orElseGet(() -> Language.preferred(request.header("Accept-Language")));
  }

  private static PageResponse keepLanguage(PageRequest request, PageResponse response) {
    return Language.of(request.parameter("lang"))
        .map(
            language ->
                response.withHeader(
                    "Set-Cookie",
                    LANGUAGE_COOKIE
                        + "="
                        + language.code()
                        + "; Path=/; Max-Age=31536000; SameSite=Lax"))
        .orElse(response);
  }

  private static PageResponse readOnly() {
    byte[] body = "only GET and HEAD are allowed here".getBytes(StandardCharsets.UTF_8);
    return new PageResponse(405, "text/plain; charset=utf-8", Map.of("Allow", "GET, HEAD"), body);
  }
}
