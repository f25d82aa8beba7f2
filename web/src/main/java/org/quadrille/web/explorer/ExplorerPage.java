package org.quadrille.web.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.explorer.ExplorerView.ChartView;
import org.quadrille.web.explorer.ExplorerView.Choice;
import org.quadrille.web.explorer.ExplorerView.Saved;
import org.quadrille.web.explorer.PivotState.ChartKind;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.Fragment;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.view.SavedView;
import org.quadrille.web.view.ViewStore;

/** The explorer. Its state stands in the address; a gesture leads to the address of the next. */
public final class ExplorerPage implements Page {
  /** Cells and heads that are kept for scrolling; some forty megabytes. */
  private static final long KEPT = 400_000;

  private static final List<String> FILES =
      List.of("explorer.css", "explorer.js", "explorer-grid.js", "explorer-drag.js");

  /** Rows that a tile shows; the explorer has the others. */
  private static final int TILE_ROWS = 12;

  private final GridCache cache = new GridCache(KEPT);
  private final ViewStore views;

  /** The explorer with the views that are saved there. */
  public ExplorerPage(ViewStore views) {
    this.views = Objects.requireNonNull(views, "views");
  }

  @Override
  public String name() {
    return "explorer";
  }

  @Override
  public String path() {
    return "/explore";
  }

  @Override
  public boolean suits(CubeRoles cube) {
    return cube.cube().measures().stream().anyMatch(measure -> measure.visible());
  }

  @Override
  public boolean choosesCube() {
    return true;
  }

  @Override
  public Optional<Address> elsewhere(PageContext context) {
    String gesture = context.request().parameter("do");
    if (gesture == null) {
      return Optional.empty();
    }
    Map<String, List<String>> parameters = new LinkedHashMap<>(context.request().query());
    String text = context.request().parameter("state");
    if (text != null) {
      parameters.putAll(Query.parse(text));
    }
    Pivot pivot = new Pivot(context, cache);
    PivotState state = state(pivot, parameters);
    PivotState changed;
    try {
      changed =
          FieldForms.takes(gesture)
              ? new FieldForms(pivot.cube()).apply(state, gesture, context.request())
              : new PivotActions(pivot.cube(), pivot).apply(state, gesture);
    } catch (IllegalArgumentException e) {
      throw new UnknownNameException(String.valueOf(e.getMessage()));
    }
    return Optional.of(address(context, changed));
  }

  /** The address of a state of the cube that was chosen. */
  static Address address(PageContext context, PivotState state) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String name : List.of("lang", "catalog", "view")) {
      List<String> values = context.request().query().getOrDefault(name, List.of());
      if (!values.isEmpty()) {
        parameters.put(name, values);
      }
    }
    parameters.put("cube", List.of(context.cube()));
    parameters.putAll(PivotText.write(state));
    return Address.of("/explore", parameters);
  }

  /** The state of an address, that of the beginning where it holds none. */
  static PivotState state(Pivot pivot, Map<String, List<String>> parameters) {
    if (!PivotText.isThere(parameters)) {
      return FirstState.of(pivot.cube());
    }
    try {
      PivotState state = PivotText.read(parameters);
      pivot.cube().check(state);
      return state;
    } catch (IllegalArgumentException e) {
      throw new UnknownNameException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public PageView view(PageContext context) {
    Pivot pivot = new Pivot(context, cache);
    PivotState state = state(pivot, context.request().query());
    ExplorerView view = view(pivot, state);
    String title = view.saved() == null ? context.text().get("nav.explorer") : view.saved();
    return new PageView(title, view.cube(), List.of(), List.of(), List.of(), List.of(), null)
        .with(new Fragment("explorer.ftlh", view), FILES);
  }

  private ExplorerView view(Pivot pivot, PivotState state) {
    PageContext context = pivot.context();
    Address here = address(context, state);
    PivotGrid grid = null;
    String problem = null;
    String mdx = "";
    if (state.asks()) {
      mdx = pivot.mdx(state);
      try {
        grid = pivot.grid(state);
      } catch (MdxException e) {
        problem = String.valueOf(e.getMessage());
      }
    }
    String pick = context.request().parameter("pick");
    Chips chips = new Chips(pivot);
    FieldList fields = new FieldList(pivot.cube(), state);
    String query = here.toString();
    boolean shown = grid != null && !grid.isEmpty();
    return new ExplorerView(
        query.substring(query.indexOf('?') + 1),
        query,
        context.catalog().name(),
        pivot.cube().cube().caption(),
        fields.dimensions(),
        fields.measures(),
        state.rows().stream().map(chips::field).toList(),
        state.columns().stream().map(chips::field).toList(),
        state.filters().stream().map(chips::filter).toList(),
        state.measures().stream().map(chips::measure).toList(),
        state.measuresAreOnRows(),
        state.empties(),
        hasTotals(state),
        charts(context, state),
        shown ? new GridViews(pivot, state, grid).view(0, GridViews.PART) : null,
        shown ? chart(context, state, grid) : null,
        problem,
        state.cell().isEmpty() ? null : facts(pivot, state, here, grid),
        pick == null
            ? null
            : new MemberPicker(pivot, state, here.with("pick", pick))
                .view(
                    pick,
                    context.request().parameter("under"),
                    context.request().parameter("search")),
        mdx,
        savedName(context),
        views.views(context.catalog().name()).stream()
            .map(
                saved ->
                    new Saved(
                        saved.id(),
                        saved.name(),
                        address(context, saved),
                        saved.id().equals(context.request().parameter("view"))))
            .toList(),
        scope(context));
  }

  /** The address of a saved view. */
  public static String address(PageContext context, SavedView view) {
    String language = context.request().parameter("lang");
    return "/explore?"
        + (language == null ? "" : "lang=" + language + "&")
        + Address.of("", Map.of("catalog", List.of(view.catalog()))).toString().substring(1)
        + "&view="
        + view.id()
        + "&"
        + view.query();
  }

  private static String scope(PageContext context) {
    return Address.of("")
        .with("lang", context.text().language().code())
        .with("catalog", context.catalog().name())
        .toString()
        .substring(1);
  }

  private @Nullable String savedName(PageContext context) {
    String id = context.request().parameter("view");
    return id == null ? null : views.view(id).map(SavedView::name).orElse(null);
  }

  private static boolean hasTotals(PivotState state) {
    return state.rows().stream().anyMatch(AxisField::total)
        || state.columns().stream().anyMatch(AxisField::total);
  }

  private static List<Choice> charts(PageContext context, PivotState state) {
    List<Choice> charts = new ArrayList<>();
    for (ChartKind kind : ChartKind.values()) {
      String code = kind.name().toLowerCase(Locale.ROOT);
      charts.add(
          new Choice(code, context.text().get("explorer.chart." + code), kind == state.chart()));
    }
    return charts;
  }

  private static @Nullable ChartView chart(PageContext context, PivotState state, PivotGrid grid) {
    PivotChart made = new PivotChart(state, grid, context);
    Optional<CategoryChart> chart = made.chart();
    if (chart.isEmpty()) {
      return null;
    }
    String label = context.text().get("explorer.chart.label");
    return new ChartView(context.charts().write(chart.get()), label, made.notes());
  }

  private static ExplorerView.FactsView facts(
      Pivot pivot, PivotState state, Address here, @Nullable PivotGrid grid) {
    String from = pivot.context().request().parameter("facts");
    return new FactsViews(pivot, state, here).view(grid, from == null ? 1 : number(from));
  }

  private static int number(String text) {
    try {
      return Math.max(0, PivotText.whole(text));
    } catch (IllegalArgumentException e) {
      throw new UnknownNameException(String.valueOf(e.getMessage()));
    }
  }

  /** The whole grid as a table; files are made of it. */
  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (!id.equals("grid") && !id.equals("chart")) {
      return Optional.empty();
    }
    Pivot pivot = new Pivot(context, cache);
    PivotState state = state(pivot, context.request().query());
    PivotGrid grid = pivot.grid(state);
    if (id.equals("chart")) {
      return picture(pivot, state, grid);
    }
    DataTable table =
        new PivotTable(state, grid, pivot.cube(), context)
            .table(pivot.cube().cube().caption(), grid.rowCount());
    return Optional.of(
        new PanelView(
            pivot.cube().cube().caption(),
            "",
            List.of(new Block.TableBlock(table, false), new Block.NotesBlock(notes(pivot, state))),
            List.of(),
            List.of(pivot.mdx(state))));
  }

  private static Optional<PanelView> picture(Pivot pivot, PivotState state, PivotGrid grid) {
    PageContext context = pivot.context();
    String title = pivot.cube().cube().caption();
    DataTable table = new PivotTable(state, grid, pivot.cube(), context).table(title, 500);
    return new PivotChart(state, grid, context)
        .chart()
        .map(
            chart ->
                new PanelView(
                    title,
                    "",
                    List.of(
                        new Block.ChartBlock(
                            context.charts().write(chart),
                            context.text().get("explorer.chart.label"),
                            "large",
                            table)),
                    List.of(),
                    List.of(pivot.mdx(state))));
  }

  /** What a state is restricted to, in words. */
  private static List<String> notes(Pivot pivot, PivotState state) {
    Chips chips = new Chips(pivot);
    List<String> notes = new ArrayList<>();
    state.filters().stream().map(chips::filter).forEach(c -> notes.add(note(c)));
    Stream.concat(state.rows().stream(), state.columns().stream())
        .filter(AxisField::restricted)
        .map(chips::field)
        .forEach(c -> notes.add(note(c)));
    return notes;
  }

  private static String note(ExplorerView.Chip chip) {
    return chip.caption() + ": " + chip.detail();
  }

  /**
   * A saved view as a panel.
   *
   * @param within members that it is restricted to; those of other cubes are left out, and said
   */
  public PanelView tile(PageContext context, SavedView view, List<ResultMember> within) {
    Map<String, List<String>> parameters = Query.parse(view.query());
    List<String> cube = parameters.getOrDefault("cube", List.of());
    Pivot pivot = new Pivot(cube.isEmpty() ? context : context.withCube(cube.get(0)), cache);
    List<String> known = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (ResultMember member : within) {
      if (pivot.knows(member.uniqueName())) {
        known.add(member.uniqueName());
      } else {
        notes.add(context.text().get("cockpit.tile.unfiltered", member.caption()));
      }
    }
    PivotState state = state(pivot, parameters).within(known);
    String subtitle =
        state.measures().stream()
            .map(pivot::caption)
            .collect(Collectors.joining(context.text().get("list.separator")));
    if (!state.asks()) {
      return PanelView.empty(view.name(), context.text().get("explorer.nothing"));
    }
    PivotGrid grid = pivot.grid(state);
    if (grid.isEmpty()) {
      return PanelView.empty(view.name(), context.text().get("panel.empty"));
    }
    PivotTable whole = new PivotTable(state, grid, pivot.cube(), context);
    Optional<CategoryChart> chart = new PivotChart(state, grid, context).chart();
    List<Block> blocks = new ArrayList<>();
    DataTable table = whole.table(view.name(), chart.isPresent() ? 500 : TILE_ROWS);
    if (chart.isPresent()) {
      String label = view.name() + ". " + context.text().get("explorer.chart.label");
      blocks.add(new Block.ChartBlock(context.charts().write(chart.get()), label, "medium", table));
    } else {
      blocks.add(new Block.TableBlock(table, false));
    }
    int more = grid.rowCount() - table.lines().size();
    if (more > 0) {
      notes.add(context.text().get("cockpit.tile.more", context.numbers().whole(more)));
    }
    blocks.add(
        new Block.LinkBlock(context.text().get("cockpit.tile.open"), address(context, view)));
    if (!notes.isEmpty()) {
      blocks.add(new Block.NotesBlock(notes));
    }
    List<String> how = new ArrayList<>();
    for (String measure : state.measures()) {
      String description = pivot.cube().measure(measure).description();
      if (description != null) {
        how.add(pivot.caption(measure) + ": " + description);
      }
    }
    how.add(context.text().get("cockpit.tile.how"));
    return new PanelView(view.name(), subtitle, blocks, how, List.of(pivot.mdx(state)));
  }

  /** Saves a state under a name, puts a view on the cockpit, or removes it. */
  @Override
  public Optional<Address> submit(String id, PageContext context) {
    String catalog = context.catalog().name();
    String view = context.request().field("view");
    String lang = context.request().parameter("lang");
    try {
      switch (id) {
        case "save" -> {
          String name = context.request().field("name");
          Map<String, List<String>> state =
              new LinkedHashMap<>(Query.parse(String.valueOf(context.request().field("state"))));
          List.of("lang", "catalog", "view").forEach(state::remove);
          String query = Address.of("", state).toString();
          SavedView saved = views.save(catalog, name == null ? "" : name, query.substring(1));
          state.put("view", List.of(saved.id()));
          return Optional.of(
              Address.of("/explore", state).with("catalog", catalog).with("lang", lang));
        }
        case "remove" -> {
          if (view != null) {
            views.remove(view);
          }
          return Optional.of(Address.of("/explore").with("catalog", catalog).with("lang", lang));
        }
        default -> {
          return Optional.empty();
        }
      }
    } catch (IllegalArgumentException e) {
      throw new UnknownNameException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<Fragment> fragment(String id, PageContext context) {
    if (!id.equals("rows") && !id.equals("menu")) {
      return Optional.empty();
    }
    Pivot pivot = new Pivot(context, cache);
    PivotState state = state(pivot, context.request().query());
    if (id.equals("menu")) {
      return Optional.of(new Fragment("explorer-menu.ftlh", new MemberMenu(pivot, state).view()));
    }
    String from = context.request().parameter("from");
    int first = from == null ? 0 : number(from);
    ExplorerView.GridView view =
        new GridViews(pivot, state, pivot.grid(state)).view(first, GridViews.PART);
    return Optional.of(new Fragment("explorer-rows.ftlh", view));
  }
}
