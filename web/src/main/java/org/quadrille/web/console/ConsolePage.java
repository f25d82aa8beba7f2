package org.quadrille.web.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.web.page.Fragment;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PanelView;

/** Queries in SQL and MDX. */
public final class ConsolePage implements Page {
  private static final List<String> FILES =
      List.of(
          "codemirror.css",
          "show-hint.css",
          "console.css",
          "codemirror.js",
          "sql.js",
          "show-hint.js",
          "console.js");

  @Override
  public String name() {
    return "console";
  }

  @Override
  public String path() {
    return "/console";
  }

  @Override
  public boolean suits(CubeRoles cube) {
    return true;
  }

  @Override
  public boolean choosesCube() {
    return false;
  }

  @Override
  public PageView view(PageContext context) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("catalog", context.catalog().name());
    model.put("role", context.query().role() == null ? "" : context.query().role());
    model.put("language", context.text().language().code());
    model.put("query", context.request().parameter("q"));
    model.put("kinds", List.of("SQL", "MDX"));
    model.put("kind", "mdx".equals(context.request().parameter("kind")) ? "mdx" : "sql");
    return new PageView(
            context.text().get("nav.console"),
            context.text().get("console.subtitle", context.catalog().name()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null)
        .with(new Fragment("console.ftlh", model), FILES);
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    return Optional.empty();
  }
}
