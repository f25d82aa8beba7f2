package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.Competitor;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MarketAnalysis;
import org.quadrille.cubes.analysis.MarketPair;
import org.quadrille.cubes.analysis.MarketPosition;
import org.quadrille.cubes.analysis.MarketPosition.Strategy;
import org.quadrille.cubes.analysis.MarketShares;
import org.quadrille.cubes.analysis.MarketShares.Basis;
import org.quadrille.cubes.analysis.MarketShares.Standing;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.ScatterChart;
import org.quadrille.web.chart.ScatterChart.Axis;
import org.quadrille.web.chart.ScatterChart.Bubble;
import org.quadrille.web.chart.ScatterChart.Cloud;
import org.quadrille.web.chart.ValueFormat;
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

/** Our position against the attractiveness of the market, by product and by region and product. */
final class StrategyPanels {
  private final PageContext context;
  private final Scope scope;
  private final Messages text;
  private final MarketAnalysis market;
  private final MarketSettings settings;

  StrategyPanels(PageContext context, Scope scope) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.text = context.text();
    this.market = new MarketAnalysis(scope.reader(), scope.periods(), scope.slice());
    this.settings = new MarketSettings(context.request());
  }

  /** A part of the market with its name and where a click leads. */
  private record Place(String name, String address, MarketShares shares, MarketPosition position) {}

  /** The growth-share matrix of products. */
  PanelView position() {
    List<Place> places = new ArrayList<>();
    if (scope.reader().roles().dimension(DimensionRole.PRODUCT).isPresent()) {
      for (MarketShares part : market.by(DimensionRole.PRODUCT)) {
        var member = Objects.requireNonNull(part.part());
        String address = scope.drill(member).toString();
        places.add(new Place(member.caption(), address, part, position(part)));
      }
    }
    return panel("position", places, "medium");
  }

  /** Regions and products together, with what to do in each. */
  PanelView strategy() {
    List<Place> places = new ArrayList<>();
    boolean both =
        scope.reader().roles().dimension(DimensionRole.PRODUCT).isPresent()
            && scope.reader().roles().dimension(DimensionRole.REGION).isPresent();
    if (both) {
      for (MarketPair pair : market.by(DimensionRole.REGION, DimensionRole.PRODUCT)) {
        String name = pair.first().caption() + " · " + pair.second().caption();
        String address =
            scope
                .drill(pair.first())
                .with(DimensionRole.PRODUCT.code(), pair.second().uniqueName())
                .toString();
        places.add(new Place(name, address, pair.shares(), position(pair.shares())));
      }
    }
    return panel("strategy", places, "large");
  }

  private MarketPosition position(MarketShares part) {
    String own = part.own().map(s -> s.competitor().member().uniqueName()).orElse("");
    return MarketPosition.of(part, own);
  }

  /** Growth of all parts together, from which on a market is attractive if nobody set a line. */
  private double growthLine(List<Place> places) {
    if (!Double.isNaN(settings.growth())) {
      return settings.growth();
    }
    double now = 0;
    double before = 0;
    for (Place place : places) {
      now += place.shares().total(Basis.VALUE).now();
      before += place.shares().total(Basis.VALUE).before();
    }
    return before > 0 ? now / before - 1 : Double.NaN;
  }

  private PanelView panel(String id, List<Place> places, String size) {
    String title = text.get("panel.competitors." + id);
    if (places.isEmpty()) {
      return PanelView.empty(title, text.get("panel.empty"));
    }
    if (scope.periods().before() == null) {
      return PanelView.empty(title, text.get("competitors.no-growth"));
    }
    double growth = growthLine(places);
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparingDouble((Place p) -> p.position().market()).reversed());
    DataTable table = table(title, sorted, growth);
    String label = text.get("chart.label", title, title, scope.periodText());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence(sorted, growth)));
    blocks.add(
        new Block.ChartBlock(context.charts().write(chart(sorted, growth)), label, size, table));
    if (id.equals("strategy")) {
      blocks.add(new Block.TableBlock(table, false));
    }
    return new PanelView(
        title,
        Sources.subtitle(context, scope),
        blocks,
        List.of(
            text.get("competitors.strategy.how"),
            text.get("competitors.relative.how"),
            text.get("competitors.growth.how")),
        scope.reader().asked());
  }

  private String sentence(List<Place> places, double growth) {
    Object[] counts = new Object[Strategy.values().length];
    for (Strategy strategy : Strategy.values()) {
      long count = places.stream().filter(p -> strategy(p, growth) == strategy).count();
      counts[strategy.ordinal()] = context.numbers().whole(count);
    }
    return text.get("competitors.strategy.sentence", counts);
  }

  private Strategy strategy(Place place, double growth) {
    return place.position().strategy(settings.relative(), growth);
  }

  private ScatterChart chart(List<Place> places, double growth) {
    List<Cloud> clouds = new ArrayList<>();
    for (Strategy strategy : Strategy.values()) {
      List<Bubble> bubbles =
          places.stream()
              .filter(place -> strategy(place, growth) == strategy)
              .map(
                  place ->
                      new Bubble(
                          place.name(),
                          place.position().relative(),
                          place.position().growth(),
                          place.position().own(),
                          place.address()))
              .toList();
      clouds.add(new Cloud(name(strategy), colour(strategy), bubbles));
    }
    Axis across =
        new Axis(
            text.get("competitors.relative"),
            ValueFormat.DECIMAL,
            true,
            true,
            settings.relative(),
            context.numbers().decimal(settings.relative(), 2));
    Axis up =
        Axis.of(
            text.get("competitors.growth"),
            ValueFormat.PERCENT,
            growth,
            context.numbers().percent(growth));
    return new ScatterChart(
        across,
        up,
        text.get("competitors.own-value"),
        ValueFormat.COMPACT,
        clouds,
        List.of(
            name(Strategy.DEFEND),
            name(Strategy.ATTACK),
            name(Strategy.HARVEST),
            name(Strategy.LEAVE)));
  }

  private String name(Strategy strategy) {
    return text.get("competitors.strategy." + strategy.name().toLowerCase(Locale.ROOT));
  }

  private static Colour colour(Strategy strategy) {
    return switch (strategy) {
      case DEFEND -> Colour.GOOD;
      case ATTACK -> Colour.CUMULATIVE;
      case HARVEST -> Colour.CURRENT;
      case LEAVE -> Colour.PREVIOUS;
    };
  }

  private DataTable table(String title, List<Place> places, double growth) {
    List<Column> columns =
        List.of(
            Column.text(text.get("competitors.place")),
            Column.number(text.get("competitors.market")),
            Column.number(text.get("competitors.growth")),
            Column.number(text.get("competitors.own-share")),
            Column.number(text.get("competitors.share-change")),
            Column.number(text.get("competitors.relative")),
            Column.text(text.get("competitors.largest-rival")),
            Column.number(text.get("competitors.hhi")),
            Column.number(text.get("competitors.cr4")),
            Column.text(text.get("competitors.advice")));
    List<Line> lines = new ArrayList<>();
    for (Place place : places) {
      MarketPosition position = place.position();
      double points = position.share().comparable() ? position.share().difference() : Double.NaN;
      lines.add(
          Line.of(
              List.of(
                  Value.link(place.name(), place.address()),
                  context.cells().compact(position.market()),
                  context.cells().signedPercent(position.growth()),
                  context.cells().percent(position.share().now()),
                  context.cells().signedPoints(points).changing(zeroIfSmall(points)),
                  context.cells().decimal(position.relative(), 2),
                  Value.of(largest(place.shares())),
                  context.cells().decimal(place.shares().herfindahl(), 3),
                  context.cells().percent(place.shares().topFour()),
                  Value.of(name(strategy(place, growth))))));
    }
    return new DataTable(title, columns, lines);
  }

  private static double zeroIfSmall(double points) {
    return Math.abs(points) < 0.0005 ? 0 : points;
  }

  private static String largest(MarketShares shares) {
    String own = shares.own().map(s -> s.competitor().member().uniqueName()).orElse("");
    Optional<Competitor> rival = shares.largestBut(own).map(Standing::competitor);
    return rival.map(r -> r.member().caption()).orElse(NumberText.NONE);
  }
}
