package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.Change;
import org.quadrille.cubes.analysis.CustomerBook;
import org.quadrille.cubes.analysis.CustomerPyramid;
import org.quadrille.cubes.analysis.GoldenCustomers;
import org.quadrille.cubes.analysis.SalesAnalysis;
import org.quadrille.cubes.analysis.SalesAnalysis.Figure;
import org.quadrille.web.page.Block.Tile;
import org.quadrille.web.page.Block.TilesBlock;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;

/** The figures above everything else. */
final class FigurePanel {
  private final PanelKit kit;
  private final ProfitChoice choice;

  FigurePanel(PanelKit kit) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.choice = kit.choice();
  }

  PanelView panel(Optional<CustomerBook> book) {
    Scope scope = choice.scope();
    Map<Figure, Change> figures =
        new SalesAnalysis(scope.reader(), scope.periods(), scope.slice()).figures();
    Change profit = figures.get(Figure.PROFIT);
    Change margin = figures.get(Figure.MARGIN);
    if (profit == null || margin == null || Double.isNaN(profit.now())) {
      return kit.empty("figures");
    }
    List<Tile> tiles = new ArrayList<>();
    tiles.add(money("sales", Objects.requireNonNull(figures.get(Figure.SALES))));
    tiles.add(money("profit", profit));
    tiles.add(margin(margin));
    book.ifPresent(known -> customers(known, tiles));
    return kit.panel("figures", "", List.of(new TilesBlock(tiles)), "figures.how");
  }

  private Tile money(String key, Change change) {
    double rate = change.rate();
    String tone = rate > 0.0005 ? "up" : rate < -0.0005 ? "down" : "same";
    return new Tile(
        kit.text().get("figure." + key),
        kit.numbers().compact(change.now()),
        kit.numbers().decimal(change.now(), 2),
        tone,
        Double.isNaN(rate) ? "" : kit.numbers().signedPercent(rate),
        before(change, kit.numbers().compact(change.before())),
        kit.text().get("figure." + key + ".how"),
        null);
  }

  private Tile margin(Change rate) {
    double points = rate.comparable() ? rate.difference() : 0;
    String tone = points > 0.0005 ? "up" : points < -0.0005 ? "down" : "same";
    String value = kit.numbers().percent(rate.now());
    return new Tile(
        kit.text().get("figure.margin"),
        value,
        value,
        tone,
        rate.comparable() ? kit.text().get("tile.points", kit.numbers().signedPoints(points)) : "",
        before(rate, kit.numbers().percent(rate.before())),
        kit.text().get("figure.margin.how"),
        null);
  }

  private String before(Change change, String before) {
    return change.comparable()
        ? kit.text().get("tile.before", before)
        : kit.text().get("tile.no-before");
  }

  private void customers(CustomerBook book, List<Tile> tiles) {
    String year = book.gradedYear().caption();
    List<CustomerBook.Customer> costly =
        book.customers().stream().filter(c -> book.graded(c).profit() < 0).toList();
    double loss = costly.stream().mapToDouble(c -> book.graded(c).profit()).sum();
    Settings settings = choice.settings();
    GoldenCustomers golden = GoldenCustomers.of(book, settings.top(), settings.steady());
    CustomerPyramid pyramid = CustomerPyramid.of(book, settings.tiers(), settings.near());
    String customers = choice.view(ProfitView.CUSTOMERS).toString();
    tiles.add(
        tile(
            "golden.tile",
            kit.numbers().whole(golden.golden().size()),
            kit.say("golden.of", kit.numbers().whole(golden.spenders().size())),
            customers + "#panel-golden-list"));
    tiles.add(
        tile(
            "potential",
            kit.numbers().compact(CustomerPyramid.gain(pyramid.candidates())),
            kit.say("potential.of", kit.numbers().whole(pyramid.candidates().size()), year),
            customers + "#panel-candidates"));
    tiles.add(
        tile(
            "costly",
            kit.numbers().whole(costly.size()),
            kit.say("costly.of", kit.numbers().compact(loss), year),
            customers + "#panel-contributions"));
  }

  private Tile tile(String key, String value, String comparison, String address) {
    return new Tile(
        kit.say(key), value, value, "same", "", comparison, kit.say(key + ".how"), address);
  }
}
