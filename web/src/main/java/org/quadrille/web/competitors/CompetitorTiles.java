package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.BidAnalysis.Bids;
import org.quadrille.cubes.analysis.Change;
import org.quadrille.cubes.analysis.MarketAnalysis;
import org.quadrille.cubes.analysis.MarketShares;
import org.quadrille.cubes.analysis.MarketShares.Basis;
import org.quadrille.cubes.analysis.PriceIndex;
import org.quadrille.web.page.Block.Tile;
import org.quadrille.web.page.Block.TilesBlock;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;
import org.quadrille.web.text.NumberText;

/** Our position in one line of tiles. */
final class CompetitorTiles {
  private final PageContext context;
  private final Scope scope;

  CompetitorTiles(PageContext context, Scope scope) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
  }

  PanelView panel(Optional<Bids> bids) {
    MarketAnalysis market = new MarketAnalysis(scope.reader(), scope.periods(), scope.slice());
    MarketShares whole = market.whole();
    String title = context.text().get("panel.competitors.figures");
    if (whole.standings().isEmpty()) {
      return PanelView.empty(title, context.text().get("panel.empty"));
    }
    String own = new Companies(whole).own().member().uniqueName();
    List<Tile> tiles = new ArrayList<>();
    tiles.add(share("share-value", whole.share(own, Basis.VALUE), "#panel-rivals"));
    tiles.add(share("share-units", whole.share(own, Basis.UNITS), "#panel-rivals"));
    if (market.hasAdvertising()) {
      tiles.add(share("voice", whole.share(own, Basis.ADVERTISING), "#panel-voice"));
    }
    PricePanels prices = new PricePanels(context, scope);
    tiles.add(price(prices.index(prices.whole()), prices.against()));
    bids.ifPresent(
        all -> {
          tiles.add(share("win-rate", all.winRate(), "#panel-bids"));
          tiles.add(share("win-rate-amount", all.winRateByAmount(), "#panel-bids"));
        });
    List<String> how =
        List.of(context.text().get("scope.subtitle", scope.periodText(), scope.comparisonText()));
    return new PanelView(title, "", List.of(new TilesBlock(tiles)), how, scope.reader().asked());
  }

  private Tile share(String key, Change share, String target) {
    double difference = share.comparable() ? share.difference() : 0;
    String tone = difference > 0.0005 ? "up" : difference < -0.0005 ? "down" : "same";
    String points =
        share.comparable()
            ? context.text().get("tile.points", context.numbers().signedPoints(difference))
            : "";
    String before =
        share.comparable()
            ? context.text().get("tile.before", context.numbers().percent(share.before()))
            : context.text().get("tile.no-before");
    String value = context.numbers().percent(share.now());
    return new Tile(
        context.text().get("competitors." + key),
        value,
        value,
        tone,
        points,
        before,
        context.text().get("competitors." + key + ".how"),
        target);
  }

  private Tile price(PriceIndex index, String against) {
    String value =
        Double.isNaN(index.value()) ? NumberText.NONE : context.numbers().decimal(index.value(), 1);
    return new Tile(
        context.text().get("competitors.price"),
        value,
        value,
        "same",
        "",
        context
            .text()
            .get("competitors.matched", against, context.numbers().whole(index.matched())),
        context.text().get("competitors.price.how"),
        context.here().with("view", MarketView.PRICES.code()) + "#panel-price");
  }
}
