package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.CubeReader;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.page.CubeChoice;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PageView.Filter;
import org.quadrille.web.page.PageView.Group;
import org.quadrille.web.page.PageView.Option;
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;
import org.quadrille.web.text.Messages;

/**
 * The competitors page. It reads a cube of market observations and, where the catalog has one, a
 * cube of bids; both are found by the roles of their measures.
 */
public final class CompetitorsPage implements Page {
  private static final String VIEW = "view";

  @Override
  public String name() {
    return "competitors";
  }

  @Override
  public String path() {
    return "/competitors";
  }

  @Override
  public boolean suits(CubeRoles cube) {
    return cube.dimension(DimensionRole.COMPETITOR).isPresent()
        && cube.measure(MeasureRole.MARKET_VALUE).isPresent();
  }

  @Override
  public boolean choosesCube() {
    return false;
  }

  @Override
  public PageView view(PageContext context) {
    Scope scope = market(context);
    scope.reader().roles().needDimension(DimensionRole.COMPETITOR);
    Messages text = context.text();
    MarketView view = view(context.request().parameter(VIEW));
    List<Filter> filters = new ArrayList<>();
    filters.add(viewFilter(text, view));
    filters.add(scope.periodFilter());
    scope.regionFilter().ifPresent(filters::add);
    if (view == MarketView.SHARES) {
      MarketSettings settings = new MarketSettings(context.request());
      filters.add(settings.relativeField(text));
      filters.add(settings.growthField(text));
    }
    boolean advertising = scope.reader().roles().measure(MeasureRole.ADVERTISING).isPresent();
    boolean bids = bidCube(context).isPresent();
    List<Slot> slots = new ArrayList<>();
    for (String slot : view.slots()) {
      int stroke = slot.indexOf('/');
      String id = slot.substring(0, stroke);
      boolean shown = MarketView.isOfBids(id) ? bids : advertising || !id.equals("voice");
      if (shown) {
        String title = text.get("panel.competitors." + id);
        slots.add(new Slot(id, title, context.panel(name(), id), slot.substring(stroke + 1)));
      }
    }
    return new PageView(
        text.get("competitors.title." + view.code()),
        text.get("scope.subtitle", scope.periodText(), scope.comparisonText()),
        filters,
        scope.trails(),
        slots,
        bids ? List.of() : List.of(text.get("competitors.no-bid-cube")),
        null);
  }

  private static MarketView view(@Nullable String code) {
    return code == null ? MarketView.OVERVIEW : MarketView.of(code);
  }

  private static Filter viewFilter(Messages text, MarketView chosen) {
    List<Option> options = new ArrayList<>();
    for (MarketView view : MarketView.values()) {
      String label = text.get("competitors.view." + view.code());
      options.add(new Option(view.code(), label, view == chosen));
    }
    return new Filter(VIEW, text.get("competitors.filter.view"), List.of(new Group(null, options)));
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (!MarketView.knows(id)) {
      return Optional.empty();
    }
    if (MarketView.isOfBids(id)) {
      return Optional.of(bidPanel(id, context));
    }
    Scope scope = market(context);
    return Optional.of(
        switch (id) {
          case "figures" ->
              new CompetitorTiles(context, scope).panel(bids(context).flatMap(BidPanels::whole));
          case "cards" -> new CardPanel(context, scope).panel(bids(context));
          case "position" -> new StrategyPanels(context, scope).position();
          case "strategy" -> new StrategyPanels(context, scope).strategy();
          default -> marketPanel(id, context, scope);
        });
  }

  private static PanelView bidPanel(String id, PageContext context) {
    Optional<BidPanels> bids = bids(context);
    if (bids.isEmpty()) {
      String title = context.text().get("panel.competitors." + id);
      return PanelView.empty(title, context.text().get("competitors.no-bids"));
    }
    return switch (id) {
      case "bids-time" -> bids.get().overTime();
      case "bids-region" -> bids.get().by(DimensionRole.REGION, id);
      case "bids-product" -> bids.get().by(DimensionRole.PRODUCT, id);
      case "reasons" -> bids.get().reasons();
      case "losses" -> new LossPanel(context, bids.get().scope()).panel(bids.get().grid());
      default -> bids.get().by(DimensionRole.COMPETITOR, id);
    };
  }

  private static PanelView marketPanel(String id, PageContext context, Scope scope) {
    MarketPanels market = new MarketPanels(context, scope);
    PricePanels prices = new PricePanels(context, scope);
    return switch (id) {
      case "time" -> market.overTime();
      case "voice" -> market.voice();
      case "region" -> market.by(DimensionRole.REGION, id);
      case "product" -> market.by(DimensionRole.PRODUCT, id);
      case "price" -> prices.byRival();
      case "price-time" -> prices.overTime();
      case "price-region" -> prices.by(DimensionRole.REGION, id);
      case "price-product" -> prices.by(DimensionRole.PRODUCT, id);
      default -> market.rivals(prices);
    };
  }

  private static Scope market(PageContext context) {
    CubeReader reader = context.reader();
    String value = reader.roles().needMeasure(MeasureRole.MARKET_VALUE).uniqueName();
    return Scope.read(context, reader, value);
  }

  private static Optional<String> bidCube(PageContext context) {
    return CubeChoice.first(
            context.catalog(),
            context.query(),
            cube ->
                cube.measure(MeasureRole.BIDS_WON).isPresent()
                    && cube.dimension(DimensionRole.TIME).isPresent())
        .map(roles -> roles.cube().name());
  }

  /** Empty where there is no cube of bids, or it does not go down to what the page shows. */
  private static Optional<BidPanels> bids(PageContext context) {
    Optional<String> cube = bidCube(context);
    if (cube.isEmpty()) {
      return Optional.empty();
    }
    CubeReader reader = context.reader(cube.get());
    String bids = reader.roles().needMeasure(MeasureRole.BIDS).uniqueName();
    try {
      return Optional.of(new BidPanels(context, Scope.read(context, reader, bids)));
    } catch (UnknownNameException deeperThanBids) {
      return Optional.empty();
    }
  }
}
