package org.quadrille.web.cockpit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.Change;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.SalesAnalysis.Figure;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.web.page.Block.Tile;
import org.quadrille.web.page.Block.TilesBlock;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;

/** The key figures as tiles: value, change against last year in words, sign and number. */
final class FigureTiles {
  private final PageContext context;
  private final Scope scope;

  FigureTiles(PageContext context, Scope scope) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
  }

  /**
   * The panel.
   *
   * @param target of the sales, empty for none
   */
  PanelView panel(Map<Figure, Change> figures, OptionalDouble target) {
    List<Tile> tiles = new ArrayList<>();
    figures.forEach((figure, change) -> tiles.add(tile(figure, change, target)));
    List<String> how = new ArrayList<>();
    how.add(context.text().get("scope.subtitle", scope.periodText(), scope.comparisonText()));
    how.add(context.text().get("cockpit.how.figures"));
    if (target.isPresent()) {
      how.add(context.text().get("cockpit.how.target"));
    }
    return new PanelView(
        context.text().get("panel.cockpit.figures"),
        "",
        List.of(new TilesBlock(tiles)),
        how,
        scope.reader().asked());
  }

  private Tile tile(Figure figure, Change change, OptionalDouble target) {
    String key = figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String comparison =
        change.comparable()
            ? context.text().get("tile.before", shortText(figure, change.before()))
            : context.text().get("tile.no-before");
    if (figure == Figure.SALES && target.isPresent()) {
      comparison =
          comparison
              + " · "
              + context
                  .text()
                  .get(
                      "tile.target",
                      shortText(figure, target.getAsDouble()),
                      context.numbers().percent(change.now() / target.getAsDouble()));
    }
    Optional<MeasureInfo> detected = figure == Figure.SALES ? detectedSales() : Optional.empty();
    return new Tile(
        detected.map(MeasureInfo::caption).orElseGet(() -> context.text().get("figure." + key)),
        shortText(figure, change.now()),
        longText(figure, change.now()),
        tone(figure, change),
        changeText(figure, change),
        comparison,
        detected.isPresent()
            ? context.text().get("figure.detected.how")
            : context.text().get("figure." + key + ".how"),
        address(figure));
  }

  /** The measure that stands in for sales where the cube does not say which they are. */
  private Optional<MeasureInfo> detectedSales() {
    return scope
        .reader()
        .roles()
        .measure(MeasureRole.SALES)
        .filter(measure -> !measure.annotations().containsKey(CubeRoles.ANNOTATION));
  }

  private String shortText(Figure figure, double value) {
    return switch (figure) {
      case MARGIN -> context.numbers().percent(value);
      case ORDERS, CUSTOMERS ->
          Math.abs(value) < 1e5 ? context.numbers().whole(value) : context.numbers().compact(value);
      case SALES, PROFIT, ORDER_VALUE -> context.numbers().compact(value);
    };
  }

  private String longText(Figure figure, double value) {
    return switch (figure) {
      case MARGIN -> context.numbers().percent(value);
      case ORDERS, CUSTOMERS -> context.numbers().whole(value);
      case SALES, PROFIT, ORDER_VALUE -> context.numbers().decimal(value, 2);
    };
  }

  private String changeText(Figure figure, Change change) {
    if (!change.comparable()) {
      return "";
    }
    if (figure == Figure.MARGIN) {
      return context.text().get("tile.points", context.numbers().signedPoints(change.difference()));
    }
    double rate = change.rate();
    return Double.isNaN(rate)
        ? context.numbers().signedCompact(change.difference())
        : context.numbers().signedPercent(rate);
  }

  private static String tone(Figure figure, Change change) {
    double difference = change.comparable() ? change.difference() : 0;
    double step = figure == Figure.MARGIN ? 0.0005 : 0.0005 * Math.abs(change.before());
    return difference > step ? "up" : difference < -step ? "down" : "same";
  }

  /** Money opens its ranking; the others that of sales. */
  private @Nullable String address(Figure figure) {
    MeasureRole role = figure == Figure.PROFIT ? MeasureRole.PROFIT : MeasureRole.SALES;
    Optional<MeasureInfo> measure = scope.reader().roles().measure(role);
    return measure
        .map(m -> scope.elsewhere("/pareto").with("measure", m.uniqueName()))
        .map(Object::toString)
        .orElse(null);
  }
}
