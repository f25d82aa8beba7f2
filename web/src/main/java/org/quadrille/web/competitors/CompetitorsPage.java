package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.quadrille.web.page.PageView.Slot;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;

/**
 * The competitors page. It reads a cube of market observations and, where the catalog has one, a
 * cube of bids; both are found by the roles of their measures.
 */
public final class CompetitorsPage implements Page {
  private static final Map<String, String> MARKET_PANELS =
      panels(
          "figures",
          "full bare",
          "rivals",
          "full",
          "time",
          "half",
          "voice",
          "half",
          "region",
          "half",
          "product",
          "half",
          "price",
          "half",
          "price-time",
          "half",
          "price-region",
          "half",
          "price-product",
          "half");

  private static final Map<String, String> BID_PANELS =
      panels("bids", "half", "bids-time", "half", "bids-region", "half", "bids-product", "half");

  private static Map<String, String> panels(String... idsAndWidths) {
    Map<String, String> panels = new LinkedHashMap<>();
    for (int i = 0; i < idsAndWidths.length; i += 2) {
      panels.put(idsAndWidths[i], idsAndWidths[i + 1]);
    }
    return panels;
  }

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
    List<Filter> filters = new ArrayList<>();
    filters.add(scope.periodFilter());
    scope.regionFilter().ifPresent(filters::add);
    Map<String, String> panels = new LinkedHashMap<>(MARKET_PANELS);
    if (scope.reader().roles().measure(MeasureRole.ADVERTISING).isEmpty()) {
      panels.remove("voice");
    }
    List<String> notes = new ArrayList<>();
    if (bidCube(context).isPresent()) {
      panels.putAll(BID_PANELS);
    } else {
      notes.add(context.text().get("competitors.no-bid-cube"));
    }
    List<Slot> slots = new ArrayList<>();
    panels.forEach(
        (id, width) -> {
          String title = context.text().get("panel.competitors." + id);
          slots.add(new Slot(id, title, context.panel(name(), id), width));
        });
    String subtitle =
        context.text().get("scope.subtitle", scope.periodText(), scope.comparisonText());
    return new PageView(
        context.text().get("competitors.title"),
        subtitle,
        filters,
        scope.trails(),
        slots,
        notes,
        null);
  }

  @Override
  public Optional<PanelView> panel(String id, PageContext context) {
    if (MARKET_PANELS.containsKey(id)) {
      Scope scope = market(context);
      if (id.equals("figures")) {
        Optional<BidPanels> bids = bids(context);
        return Optional.of(new CompetitorTiles(context, scope).panel(bids.map(BidPanels::whole)));
      }
      return Optional.of(marketPanel(id, context, scope));
    }
    if (!BID_PANELS.containsKey(id)) {
      return Optional.empty();
    }
    Optional<BidPanels> bids = bids(context);
    if (bids.isEmpty()) {
      String title = context.text().get("panel.competitors." + id);
      return Optional.of(PanelView.empty(title, context.text().get("competitors.no-bids")));
    }
    return Optional.of(
        switch (id) {
          case "bids-time" -> bids.get().overTime();
          case "bids-region" -> bids.get().by(DimensionRole.REGION, id);
          case "bids-product" -> bids.get().by(DimensionRole.PRODUCT, id);
          default -> bids.get().by(DimensionRole.COMPETITOR, id);
        });
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
