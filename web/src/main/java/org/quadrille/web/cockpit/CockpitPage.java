package org.quadrille.web.cockpit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.SalesAnalysis;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.cockpit.BoardView.Choice;
import org.quadrille.web.cockpit.BoardView.Placed;
import org.quadrille.web.explorer.ExplorerPage;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.Fragment;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;
import org.quadrille.web.view.SavedView;
import org.quadrille.web.view.Tile;
import org.quadrille.web.view.ViewStore;

/**
 * The cockpit: tiles made of its own panels, of those of other pages and of saved views, filtered
 * together by period and region.
 */
public final class CockpitPage implements Page {
  private static final List<String> PANELS =
      List.of("figures", "time", "region", "product", "customer-movers", "product-movers");

  /** The dimension that a panel is about; a cube without it gets no such panel. */
  private static final Map<String, DimensionRole> NEEDED =
      Map.of(
          "region", DimensionRole.REGION,
          "product", DimensionRole.PRODUCT,
          "customer-movers", DimensionRole.CUSTOMER,
          "product-movers", DimensionRole.PRODUCT);

  private final ViewStore views;
  private final ExplorerPage explorer;
  private final List<String> analyses;

  /**
   * The cockpit.
   *
   * @param explorer shows saved views
   * @param analyses panels of other pages that can be tiles, as {@code PAGE/PANEL}
   */
  public CockpitPage(ViewStore views, ExplorerPage explorer, List<String> analyses) {
    this.views = Objects.requireNonNull(views, "views");
    this.explorer = Objects.requireNonNull(explorer, "explorer");
    this.analyses = List.copyOf(analyses);
  }

  @Override
  public String name() {
    return "cockpit";
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public boolean suits(CubeRoles cube) {
    return cube.dimension(DimensionRole.TIME).isPresent()
        && cube.measure(MeasureRole.SALES).isPresent();
  }

  @Override
  public boolean choosesCube() {
    return true;
  }

  @Override
  public PageView view(PageContext context) {
    Scope scope = scope(context);
    List<Filter> filters = new ArrayList<>();
    filters.add(scope.periodFilter());
    scope.regionFilter().ifPresent(filters::add);
    List<Slot> slots = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>();
    for (Tile tile : board(context).tiles()) {
      DimensionRole needed = tile.page().equals(name()) ? NEEDED.get(tile.part()) : null;
      if (needed == null || scope.reader().roles().dimension(needed).isPresent()) {
        title(context, tile.source()).ifPresent(title -> slots.add(slot(context, tile, title)));
      } else {
        missing.add(context.text().get("dimension." + needed.code()));
      }
    }
    List<String> notes = new ArrayList<>();
    if (!missing.isEmpty()) {
      String names = String.join(context.text().get("list.separator"), missing);
      notes.add(context.text().get("cockpit.missing", scope.reader().cube().caption(), names));
    }
    String subtitle =
        context.text().get("scope.subtitle", scope.periodText(), scope.comparisonText());
    return new PageView(
            context.text().get("nav.cockpit"),
            subtitle,
            filters,
            scope.trails(),
            slots,
            notes,
            null)
        .with(arranging(context), List.of("cockpit.css"));
  }

  private Slot slot(PageContext context, Tile tile, String title) {
    boolean view = tile.page().equals("view");
    String id = view ? "view-" + tile.part() : tile.part();
    String page = view ? name() : tile.page();
    String slotId = page.equals(name()) ? id : page + "-" + id;
    String width = tile.source().equals("cockpit/figures") ? "full bare" : tile.width();
    Address address = context.here().without("edit").at("/panels/" + page + "/" + id);
    return new Slot(slotId, title, address.toString(), width);
  }

  /** What a tile is called; empty for a view that was removed or a panel that is not there. */
  private Optional<String> title(PageContext context, String source) {
    int slash = source.indexOf('/');
    String part = source.substring(slash + 1);
    if (source.startsWith("view/")) {
      return views.view(part).map(SavedView::name);
    }
    boolean known =
        analyses.contains(source) || (source.startsWith("cockpit/") && PANELS.contains(part));
    return known
        ? context.text().find("panel." + source.substring(0, slash) + "." + part)
        : Optional.empty();
  }

  private Board board(PageContext context) {
    return new Board(views, context.catalog().name());
  }

  private Fragment arranging(PageContext context) {
    Address here = context.here();
    if (context.request().parameter("edit") == null) {
      return new Fragment("cockpit-arrange.ftlh", here.with("edit", "yes").toString());
    }
    List<Placed> placed = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    for (Tile tile : board(context).tiles()) {
      used.add(tile.source());
      title(context, tile.source())
          .ifPresent(title -> placed.add(new Placed(tile.source(), title, tile.width())));
    }
    List<Choice> further = new ArrayList<>();
    for (SavedView view : views.views(context.catalog().name())) {
      further.add(new Choice("view/" + view.id(), context.text().get("cockpit.view", view.name())));
    }
    PANELS.forEach(panel -> further.add(choice(context, name(), panel)));
    for (String source : analyses) {
      int slash = source.indexOf('/');
      further.add(choice(context, source.substring(0, slash), source.substring(slash + 1)));
    }
    further.removeIf(choice -> used.contains(choice.value()));
    List<Choice> widths =
        Tile.WIDTHS.stream()
            .map(width -> new Choice(width, context.text().get("cockpit.width." + width)))
            .toList();
    Address scope =
        Address.of("")
            .with("lang", context.text().language().code())
            .with("catalog", context.catalog().name());
    return new Fragment(
        "cockpit-board.ftlh",
        new BoardView(
            placed,
            further,
            widths,
            scope.toString().substring(1),
            here.without("edit").toString()));
  }

  private static Choice choice(PageContext context, String page, String panel) {
    String title = context.text().get("panel." + page + "." + panel);
    return new Choice(page + "/" + panel, context.text().get("nav." + page) + " · " + title);
  }

  @Override
  public Optional<Address> submit(String id, PageContext context) {
    String source = context.request().field("source");
    Board board = board(context);
    try {
      if (id.equals("reset")) {
        board.reset();
      } else if (source == null) {
        return Optional.empty();
      } else if (id.equals("add")) {
        board.add(source);
      } else if (id.equals("arrange")) {
        arrange(board, source, context.request());
      } else {
        return Optional.empty();
      }
    } catch (IllegalArgumentException e) {
      throw new UnknownNameException(String.valueOf(e.getMessage()));
    }
    boolean editing = !id.equals("add") || context.request().field("edit") != null;
    return Optional.of(context.here().only("lang", "catalog").with("edit", editing ? "yes" : null));
  }

  private static void arrange(Board board, String source, PageRequest request) {
    String width = request.field("width");
    String move = request.field("move");
    if (request.field("remove") != null) {
      board.remove(source);
    } else if (width != null) {
      board.widen(source, width);
    } else if (move != null) {
      board.move(source, move.equals("-1") ? -1 : 1);
    }
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (id.startsWith("view-")) {
      return views.view(id.substring("view-".length())).map(view -> tile(context, view));
    }
    if (!PANELS.contains(id)) {
      return Optional.empty();
    }
    Scope scope = scope(context);
    SalesAnalysis sales = new SalesAnalysis(scope.reader(), scope.periods(), scope.slice());
    CockpitPanels panels = new CockpitPanels(context, scope, sales);
    return Optional.of(
        switch (id) {
          case "time" -> panels.time();
          case "region" -> panels.by(DimensionRole.REGION);
          case "product" -> panels.by(DimensionRole.PRODUCT);
          case "customer-movers" -> panels.movers(DimensionRole.CUSTOMER);
          case "product-movers" -> panels.movers(DimensionRole.PRODUCT);
          default -> new FigureTiles(context, scope).panel(sales.figures(), sales.target());
        });
  }

  /** A saved view, in the part of the cube that the cockpit is about. */
  private PanelView tile(PageContext context, SavedView view) {
    Scope scope = scope(context);
    List<ResultMember> within = new ArrayList<>(scope.slice().members());
    within.add(scope.periods().now().member());
    return explorer.tile(context, view, within);
  }

  private static Scope scope(PageContext context) {
    CubeReader reader = context.reader();
    MeasureInfo sales = reader.roles().needMeasure(MeasureRole.SALES);
    return Scope.read(context, reader, sales.uniqueName());
  }
}
