package org.quadrille.web.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.CubeSummary;
import org.quadrille.web.asset.Assets;
import org.quadrille.web.page.Frame.Hidden;
import org.quadrille.web.page.Frame.Link;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Option;
import org.quadrille.web.text.Language;
import org.quadrille.web.text.Messages;

/** Puts pages and panels into their templates. Safe for use by many threads. */
public final class PageRenderer {
  /** Cookie with the reader's choice of light or dark. */
  public static final String THEME_COOKIE = "quadrille_theme";

  private final Templates templates = new Templates();
  private final Assets assets;
  private final Catalogs catalogs;
  private final PageSettings settings;
  private final List<Page> pages;

  /** Renders these pages. */
  public PageRenderer(Assets assets, Catalogs catalogs, PageSettings settings, List<Page> pages) {
    this.assets = Objects.requireNonNull(assets, "assets");
    this.catalogs = Objects.requireNonNull(catalogs, "catalogs");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.pages = List.copyOf(pages);
  }

  /** A page in its frame. */
  public String page(PageContext context, Page page, PageView view) {
    Frame frame =
        frame(
            context.text(),
            context.here(),
            page,
            context.request().cookies().get(THEME_COOKIE),
            choices(context, page),
            context.catalog().dataVersion());
    Map<String, Object> model = model(context.text(), frame);
    model.put("view", view);
    model.put("pageFiles", view.slots().isEmpty() ? List.of() : pageFiles(context, page));
    if (view.body() != null) {
      model.put("m", view.body().model());
    }
    Set<String> chosen = new HashSet<>(names(view.filters()));
    chosen.addAll(names(view.further()));
    model.put("passed", hidden(context.here(), chosen, Set.of("page")));
    return templates.fill("page.ftlh", model);
  }

  /** A page that only says what is wrong, where not even a catalog could be found. */
  public String problem(
      Messages text, Address here, @Nullable String theme, String title, String problem) {
    Frame frame = frame(text, here, null, theme, List.of(), "");
    Map<String, Object> model = model(text, frame);
    model.put("view", PageView.problem(title, problem));
    model.put("passed", List.of());
    return templates.fill("page.ftlh", model);
  }

  /** A panel with the files that it can be had as. */
  public String panel(PageContext context, String page, String id, PanelView panel) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("t", context.text());
    model.put("id", id);
    model.put("panel", panel);
    model.put("files", files(context, page, id, panel));
    return templates.fill("panel.ftlh", model);
  }

  /** A part of a page. */
  public String fragment(PageContext context, Fragment fragment) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("t", context.text());
    model.put("assets", assets);
    model.put("m", fragment.model());
    return templates.fill(fragment.template(), model);
  }

  /** A panel that could not be made. */
  public String failedPanel(Messages text, String id, String title, String problem, String retry) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("t", text);
    model.put("id", id);
    model.put("title", title);
    model.put("problem", problem);
    model.put("retry", retry);
    return templates.fill("failed-panel.ftlh", model);
  }

  private static List<Link> pageFiles(PageContext context, Page page) {
    String address =
        context.here().at("/export/" + page.name() + ".xlsx").without("page").toString();
    String pdf = context.here().at("/pdf/" + page.name()).without("page").toString();
    Messages text = context.text();
    String language = code(text.language());
    return List.of(
        new Link(text.get("report.pdf-title"), pdf, false, language),
        new Link(text.get("export.page-xlsx"), address, false, language));
  }

  private static List<Link> files(PageContext context, String page, String id, PanelView panel) {
    boolean table =
        panel.blocks().stream()
            .anyMatch(
                block ->
                    block instanceof Block.ChartBlock
                        || block instanceof Block.TableBlock
                        || block instanceof Block.TilesBlock);
    if (!table) {
      return List.of();
    }
    Messages text = context.text();
    String language = code(text.language());
    String csv = context.file(page, id, "csv");
    String marked = csv + (csv.contains("?") ? "&" : "?") + "bom=yes";
    List<Link> files = new ArrayList<>();
    files.add(new Link(text.get("export.xlsx"), context.file(page, id, "xlsx"), false, language));
    files.add(new Link(text.get("export.csv-excel"), marked, false, language));
    files.add(new Link(text.get("export.csv"), csv, false, language));
    long charts = panel.blocks().stream().filter(Block.ChartBlock.class::isInstance).count();
    for (int i = 1; i <= charts; i++) {
      for (String format : List.of("svg", "png")) {
        String address = context.file(page, id, format);
        String numbered = i == 1 ? address : address + (address.contains("?") ? "&" : "?");
        files.add(
            new Link(
                charts == 1
                    ? text.get("export." + format)
                    : text.get("export." + format + "-numbered", String.valueOf(i)),
                i == 1 ? address : numbered + "chart=" + i,
                false,
                language));
      }
    }
    return files;
  }

  private Map<String, Object> model(Messages text, Frame frame) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("t", text);
    model.put("frame", frame);
    model.put("assets", assets);
    return model;
  }

  private Frame frame(
      Messages text,
      Address here,
      @Nullable Page present,
      @Nullable String theme,
      List<Filter> choices,
      String dataVersion) {
    List<Link> nav = new ArrayList<>();
    for (Page page : pages) {
      Address address = here.at(page.path()).only("lang", "catalog", "role", "period", "region");
      String label = text.get("nav." + page.name());
      nav.add(new Link(label, address.toString(), page == present, code(text.language())));
    }
    List<Link> languages = new ArrayList<>();
    for (Language language : Language.values()) {
      String address = here.with("lang", language.code()).toString();
      languages.add(
          new Link(language.ownName(), address, language == text.language(), code(language)));
    }
    boolean known = "light".equals(theme) || "dark".equals(theme);
    return new Frame(
        settings.productName(),
        code(text.language()),
        known ? theme : "auto",
        nav,
        languages,
        choices,
        present == null ? "/" : present.path(),
        hidden(here.only("lang"), Set.of(), Set.of()),
        dataVersion);
  }

  private static String code(Language language) {
    return language == Language.ZH ? "zh-CN" : "en";
  }

  private List<Filter> choices(PageContext context, Page page) {
    List<Filter> choices = new ArrayList<>();
    List<Option> names = new ArrayList<>();
    for (Catalog catalog : catalogs.all()) {
      boolean selected = catalog.name().equals(context.catalog().name());
      names.add(new Option(catalog.name(), catalog.name(), selected));
    }
    choices.add(choice("catalog", context.text().get("choice.catalog"), names));
    if (page.choosesCube()) {
      List<Option> cubes = new ArrayList<>();
      for (CubeSummary cube : CubeChoice.usable(context.catalog(), context.query())) {
        boolean selected = cube.name().equals(context.cube());
        cubes.add(new Option(cube.name(), cube.caption(), selected));
      }
      choices.add(choice("cube", context.text().get("choice.cube"), cubes));
    }
    role(context).ifPresent(choices::add);
    return choices;
  }

  /** The roles to act under, where the schema has any. */
  private static Optional<Filter> role(PageContext context) {
    List<String> roles = context.catalog().roles();
    if (roles.isEmpty()) {
      return Optional.empty();
    }
    String present = context.query().role();
    List<Option> options = new ArrayList<>();
    options.add(new Option("", context.text().get("choice.no-role"), present == null));
    roles.forEach(role -> options.add(new Option(role, role, role.equals(present))));
    return Optional.of(choice("role", context.text().get("choice.role"), options));
  }

  private static Filter choice(String name, String label, List<Option> options) {
    return new Filter(name, label, List.of(new Group(null, options)));
  }

  private static Set<String> names(List<Filter> filters) {
    return Set.copyOf(filters.stream().map(Filter::name).toList());
  }

  private static List<Hidden> hidden(Address here, Set<String> chosen, Set<String> dropped) {
    List<Hidden> hidden = new ArrayList<>();
    here.parameters()
        .forEach(
            (name, values) -> {
              if (!chosen.contains(name) && !dropped.contains(name)) {
                values.forEach(value -> hidden.add(new Hidden(name, value)));
              }
            });
    return hidden;
  }
}
