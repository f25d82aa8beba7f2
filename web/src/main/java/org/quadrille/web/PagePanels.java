package org.quadrille.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.quadrille.cubes.analysis.MissingRoleException;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.report.PanelSource;
import org.quadrille.web.report.ReportRequest;
import org.quadrille.web.text.Messages;

/** Gives reports the panels that the pages show, made by the same code from the same parameters. */
final class PagePanels implements PanelSource {
  private final List<Page> pages;
  private final Forms.Contexts contexts;
  private final Missing missing;
  private final Function<PageRequest, Messages> messages;

  /** Says what a cube lacks for a page. */
  interface Missing {
    String text(Messages text, Page page, PageContext context, MissingRoleException thrown);
  }

  PagePanels(
      List<Page> pages,
      Forms.Contexts contexts,
      Missing missing,
      Function<PageRequest, Messages> messages) {
    this.pages = List.copyOf(pages);
    this.contexts = Objects.requireNonNull(contexts, "contexts");
    this.missing = Objects.requireNonNull(missing, "missing");
    this.messages = Objects.requireNonNull(messages, "messages");
  }

  private Page page(String name) {
    return pages.stream()
        .filter(page -> page.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("there is no page " + name));
  }

  private static PageRequest request(
      String path, ReportRequest report, Map<String, List<String>> parameters) {
    Map<String, List<String>> query = new LinkedHashMap<>(parameters);
    query.put("lang", List.of(report.language().code()));
    return new PageRequest("GET", path, query, Map.of(), Map.of(), report.role());
  }

  @Override
  public List<String> pages() {
    return pages.stream().map(Page::name).toList();
  }

  @Override
  public PageContext context(
      String name, ReportRequest report, Map<String, List<String>> parameters) {
    Page page = page(name);
    PageRequest request = request(page.path(), report, parameters);
    return contexts.of(request, page, Address.of(page.path(), request.query()));
  }

  @Override
  public PageView view(String name, PageContext context) {
    Page page = page(name);
    try {
      return page.view(context);
    } catch (MissingRoleException e) {
      String title = context.text().get("nav." + name);
      return PageView.problem(title, missing.text(context.text(), page, context, e));
    }
  }

  @Override
  public PanelView panel(String name, String id, PageContext context) {
    Page page = page(name);
    try {
      return page.panel(id, context)
          .orElseThrow(() -> new UnknownNameException("page " + name + " has no panel " + id));
    } catch (MissingRoleException e) {
      String title = context.text().find("panel." + name + "." + id).orElse("");
      return PanelView.empty(title, missing.text(context.text(), page, context, e));
    }
  }

  @Override
  public String problem(RuntimeException thrown, ReportRequest report) {
    Messages text = messages.apply(request("/", report, Map.of()));
    return thrown instanceof UnknownNameException
        ? text.get("problem.unknown", String.valueOf(thrown.getMessage()))
        : Pages.failure(text, thrown);
  }
}
