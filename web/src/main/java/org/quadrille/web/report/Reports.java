package org.quadrille.web.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.web.asset.Assets;
import org.quadrille.web.drawing.ChartDrawer;
import org.quadrille.web.drawing.Theme;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.report.ReportHead.PageSection;
import org.quadrille.web.report.ReportHead.Paper;
import org.quadrille.web.report.ReportHead.QuerySection;
import org.quadrille.web.report.ReportHead.Section;
import org.quadrille.web.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes reports. Safe for use by many threads. */
public final class Reports {
  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  private final ReportLibrary library;
  private final PanelSource source;
  private final ReportTemplates templates;

  /** Makes reports of a library with the panels of the pages. */
  public Reports(
      ReportLibrary library,
      PanelSource source,
      Assets assets,
      ChartDrawer drawer,
      String product) {
    this.library = Objects.requireNonNull(library, "library");
    this.source = Objects.requireNonNull(source, "source");
    this.templates = new ReportTemplates(drawer, Theme.light(assets), product);
  }

  /** The reports there are. */
  public ReportLibrary library() {
    return library;
  }

  /**
   * Makes a report; parts that fail are told in it.
   *
   * @throws ReportException if there is none of that name, its file is not understood, or it does
   *     not know a parameter
   */
  public Report make(String name, ReportRequest request) {
    ReportFile file = library.get(name);
    ReportHead head = file.head();
    if (!head.languages().contains(request.language())) {
      throw new ReportException(
          "report " + name + " is not there in " + request.language().ownName());
    }
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    head.parameters().forEach((key, value) -> parameters.put(key, List.of(value)));
    request
        .parameters()
        .forEach(
            (key, values) -> {
              if (!head.parameters().containsKey(key)) {
                throw new ReportException(
                    "report %s has no parameter %s; it has: %s"
                        .formatted(name, key, String.join(", ", head.parameters().keySet())));
              }
              parameters.put(key, values);
            });
    parameters.values().removeIf(values -> values.stream().allMatch(String::isBlank));
    return make(file, request, parameters);
  }

  /**
   * A page as a report.
   *
   * @throws ReportException if there is no such page
   */
  public Report page(String page, ReportRequest request) {
    if (!source.pages().contains(page)) {
      throw new ReportException("there is no page " + page);
    }
    Messages text = Messages.of(request.language());
    String title = text.get("nav." + page);
    ReportHead head =
        new ReportHead(
            Map.of(request.language(), title),
            Map.of(),
            List.of(request.language()),
            Paper.A4,
            Map.of(),
            List.of(new PageSection("page", page, List.of(), Map.of(), Map.of())));
    String body = ReportLibrary.own("any-page.ftl");
    ReportFile file = new ReportFile(page, "any-page.ftl", head, body, 0);
    return make(file, request, request.parameters());
  }

  private Report make(
      ReportFile file, ReportRequest request, Map<String, List<String>> parameters) {
    List<String> problems = new ArrayList<>();
    List<ReportPart> parts = new ArrayList<>();
    for (Section section : file.head().sections()) {
      parts.add(part(section, request, parameters, problems));
    }
    return templates.fill(file, request, parts, problems);
  }

  private ReportPart part(
      Section section,
      ReportRequest request,
      Map<String, List<String>> parameters,
      List<String> problems) {
    try {
      if (section instanceof PageSection page) {
        return page(page, request, parameters, problems);
      }
      return query((QuerySection) section, request, parameters);
    } catch (RuntimeException e) {
      String title = title(section, request);
      PanelView failed = failed(title, request, e, problems);
      return new ReportPart(section.name(), title, "", List.of(failed), "");
    }
  }

  private static String title(Section section, ReportRequest request) {
    if (section instanceof PageSection page) {
      String own = ReportHead.in(page.title(), request.language());
      return own.isEmpty()
          ? Messages.of(request.language()).find("nav." + page.page()).orElse(page.page())
          : own;
    }
    String own = ReportHead.in(((QuerySection) section).title(), request.language());
    return own.isEmpty() ? section.name() : own;
  }

  private ReportPart page(
      PageSection section,
      ReportRequest request,
      Map<String, List<String>> parameters,
      List<String> problems) {
    if (!source.pages().contains(section.page())) {
      throw new ReportException(
          "there is no page "
              + section.page()
              + "; there are: "
              + String.join(", ", source.pages()));
    }
    Map<String, List<String>> all = new LinkedHashMap<>(parameters);
    section.with().forEach((key, value) -> all.put(key, List.of(value)));
    PageContext context = source.context(section.page(), request, all);
    PageView view = source.view(section.page(), context);
    List<PanelView> panels = new ArrayList<>();
    if (view.problem() != null) {
      problems.add(view.title() + ": " + view.problem());
      panels.add(PanelView.empty(view.title(), view.problem()));
    } else {
      Set<String> wanted = new LinkedHashSet<>(section.panels());
      if (wanted.isEmpty()) {
        view.slots().stream().map(Slot::id).forEach(wanted::add);
      }
      for (String id : wanted) {
        panels.add(panel(section.page(), id, context, request, problems));
      }
    }
    String own = ReportHead.in(section.title(), request.language());
    return new ReportPart(
        section.name(),
        own.isEmpty() ? view.title() : own,
        view.subtitle(),
        panels,
        context.catalog().name());
  }

  private PanelView panel(
      String page, String id, PageContext context, ReportRequest request, List<String> problems) {
    try {
      return new PaperText(context.text()).of(source.panel(page, id, context));
    } catch (RuntimeException e) {
      String title = context.text().find("panel." + page + "." + id).orElse(id);
      return failed(title, request, e, problems);
    }
  }

  private ReportPart query(
      QuerySection section, ReportRequest request, Map<String, List<String>> parameters) {
    Map<String, List<String>> all = new LinkedHashMap<>(parameters);
    if (section.catalog() != null) {
      all.put("catalog", List.of(section.catalog()));
    }
    PageContext context = source.context(source.pages().get(0), request, all);
    CellSet answer = context.catalog().execute(section.mdx(), context.query());
    String title = title(section, request);
    Block table = new Block.TableBlock(QueryTable.of(title, answer), false);
    PanelView panel =
        new PanelView("", "", List.of(table), List.of(), List.of(section.mdx().strip()));
    return new ReportPart(section.name(), title, "", List.of(panel), context.catalog().name());
  }

  private PanelView failed(
      String title, ReportRequest request, RuntimeException thrown, List<String> problems) {
    LOG.warn("part {} of a report failed", title, thrown);
    String problem = source.problem(thrown, request);
    problems.add(title.isEmpty() ? problem : title + ": " + problem);
    return PanelView.empty(title, problem);
  }
}
