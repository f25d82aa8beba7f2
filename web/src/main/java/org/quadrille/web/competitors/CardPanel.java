package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.BidAnalysis.Bids;
import org.quadrille.cubes.analysis.Competitor;
import org.quadrille.cubes.analysis.MarketAnalysis;
import org.quadrille.cubes.analysis.MarketAnalysis.PartIndexes;
import org.quadrille.cubes.analysis.MarketProfile;
import org.quadrille.cubes.analysis.MarketShares;
import org.quadrille.cubes.analysis.MarketShares.Basis;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** One line for each rival: where we are ahead of it and where behind. */
final class CardPanel {
  private final PageContext context;
  private final Scope scope;
  private final Messages text;
  private final MarketAnalysis market;
  private final Map<String, MarketProfile> profiles = new HashMap<>();

  CardPanel(PageContext context, Scope scope) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.text = context.text();
    this.market = new MarketAnalysis(scope.reader(), scope.periods(), scope.slice());
  }

  PanelView panel(Optional<BidPanels> bids) {
    MarketShares whole = market.whole();
    String title = text.get("panel.competitors.cards");
    if (whole.standings().isEmpty()) {
      return PanelView.empty(title, text.get("panel.empty"));
    }
    market.profiles().forEach(p -> profiles.put(p.competitor().member().uniqueName(), p));
    PartIndexes prices = market.priceIndexes();
    Map<String, Bids> byRival = new HashMap<>();
    bids.ifPresent(
        panels ->
            panels
                .grid()
                .byRival()
                .forEach(b -> byRival.put(Objects.requireNonNull(b.part()).name(), b)));
    Companies companies = new Companies(whole);
    Competitor own = companies.own();
    List<Line> lines = new ArrayList<>();
    int ahead = 0;
    for (Competitor rival : companies.all()) {
      if (!rival.equals(own)) {
        List<Value> values = new ArrayList<>();
        String address = scope.drill(rival.member()).toString();
        values.add(Value.link(rival.member().caption(), address));
        values.addAll(leads(whole, own, rival, prices));
        values.addAll(bids(Optional.ofNullable(byRival.get(rival.member().name()))));
        ahead +=
            values.stream().filter(v -> v.tone().equals("up")).count() * 2 >= known(values) ? 1 : 0;
        lines.add(Line.of(values));
      }
    }
    String sentence =
        text.get(
            "competitors.cards.sentence",
            context.numbers().whole(ahead),
            context.numbers().whole(lines.size()));
    List<Block> blocks =
        List.of(
            new Block.SentenceBlock(sentence),
            new Block.TableBlock(new DataTable(title, columns(), lines), false));
    return new PanelView(
        title,
        Sources.subtitle(context, scope),
        blocks,
        List.of(
            text.get("competitors.cards.how"),
            text.get("competitors.price.how"),
            text.get("competitors.win-rate.how")),
        scope.reader().asked());
  }

  private static long known(List<Value> values) {
    return values.stream().filter(v -> !v.tone().isEmpty()).count();
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(text.get("dimension.competitor")));
    for (String key :
        List.of(
            "share-lead",
            "price-lead",
            "rating-lead",
            "voice-lead",
            "promotion-lead",
            "channel-lead",
            "win-rate",
            "lost-amount")) {
      columns.add(Column.number(text.get("competitors." + key)));
    }
    return columns;
  }

  private List<Value> leads(
      MarketShares whole, Competitor own, Competitor rival, PartIndexes prices) {
    String ours = own.member().uniqueName();
    String theirs = rival.member().uniqueName();
    double share = whole.share(ours, Basis.VALUE).now() - whole.share(theirs, Basis.VALUE).now();
    double voice =
        whole.share(ours, Basis.ADVERTISING).now() - whole.share(theirs, Basis.ADVERTISING).now();
    double price = prices.against(theirs).value();
    MarketProfile we = profiles.get(ours);
    MarketProfile they = profiles.get(theirs);
    boolean both = we != null && they != null;
    return List.of(
        points(share),
        context.cells().decimal(price, 1).changing(price > 101 ? -1 : price < 99 ? 1 : 0),
        lead(both ? we.rating() - they.rating() : Double.NaN, 2),
        points(voice),
        points(both ? we.promoted() - they.promoted() : Double.NaN),
        lead(both ? we.channels() - they.channels() : Double.NaN, 2));
  }

  /** Bids against the rival: above one half we win more than we lose. */
  private List<Value> bids(Optional<Bids> bids) {
    double rate = bids.map(b -> b.now().winRate()).orElse(Double.NaN);
    double lost = bids.map(b -> b.now().amountLost()).orElse(Double.NaN);
    return List.of(
        context.cells().percent(rate).changing(rate > 0.5 ? 1 : rate < 0.5 ? -1 : 0),
        context.cells().compact(lost));
  }

  private Value points(double lead) {
    return context.cells().signedPoints(lead).changing(Math.abs(lead) < 0.0005 ? 0 : lead);
  }

  private Value lead(double lead, int places) {
    if (Double.isNaN(lead)) {
      return Value.of(NumberText.NONE);
    }
    return context.cells().decimal(lead, places).changing(Math.abs(lead) < 0.005 ? 0 : lead);
  }
}
