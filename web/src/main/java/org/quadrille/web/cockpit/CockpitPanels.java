package org.quadrille.web.cockpit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.quadrille.cubes.analysis.Change;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.Period;
import org.quadrille.cubes.analysis.SalesAnalysis;
import org.quadrille.cubes.analysis.SalesAnalysis.Item;
import org.quadrille.cubes.analysis.SalesAnalysis.Movers;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.Series;
import org.quadrille.web.chart.Series.Mark;
import org.quadrille.web.chart.ValueFormat;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Block.ChartBlock;
import org.quadrille.web.page.Block.TableBlock;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;

/** Sales over time, by a dimension, and who moved most. */
final class CockpitPanels {
  private static final int MOVERS = 6;

  /** More bars than this do not fit into a panel; the rest stands in the table. */
  private static final int BARS = 12;

  private final PageContext context;
  private final Scope scope;
  private final SalesAnalysis sales;
  private final MeasureInfo measure;

  CockpitPanels(PageContext context, Scope scope, SalesAnalysis sales) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.sales = Objects.requireNonNull(sales, "sales");
    this.measure = scope.reader().roles().needMeasure(MeasureRole.SALES);
  }

  PanelView time() {
    List<Item> items = sales.overTime(MeasureRole.SALES);
    String title = context.text().get("panel.cockpit.time");
    boolean byMonth = scope.periods().now().grain() != Period.Grain.MONTH;
    Function<Item, String> address =
        item -> byMonth ? scope.period(item.member()).toString() : null;
    String head = context.text().get(byMonth ? "time.month" : "time.day");
    DataTable table = table(title, head, items, address);
    boolean bars = items.size() <= 6;
    CategoryChart chart =
        CategoryChart.upright(
            items.stream().map(item -> item.member().caption()).toList(),
            series(items, address, bars ? Series.Kind.BAR : Series.Kind.LINE, false));
    return panel(title, items.isEmpty(), chart, "medium", table, "cockpit.how.time");
  }

  PanelView by(DimensionRole dimension) {
    List<Item> items = new ArrayList<>(sales.by(dimension, MeasureRole.SALES));
    items.sort(Comparator.comparingDouble((Item item) -> order(item.change())).reversed());
    HierarchyInfo hierarchy = scope.reader().roles().needHierarchy(dimension);
    String level = items.isEmpty() ? "" : levelCaption(hierarchy, items.get(0));
    String name = dimension == DimensionRole.REGION ? "region" : "product";
    String title = context.text().get("panel.cockpit." + name);
    Function<Item, String> address = item -> scope.drill(item.member()).toString();
    List<Item> shown = items.subList(0, Math.min(BARS, items.size()));
    CategoryChart chart =
        CategoryChart.lying(
            shown.stream().map(item -> item.member().caption()).toList(),
            series(shown, address, Series.Kind.BAR, true));
    DataTable table = table(title, level, items, address);
    return panel(title, items.isEmpty(), chart, "medium", table, "cockpit.how.by");
  }

  private static double order(Change change) {
    return Double.isNaN(change.now()) ? Double.NEGATIVE_INFINITY : change.now();
  }

  private static String levelCaption(HierarchyInfo hierarchy, Item item) {
    return hierarchy.levels().stream()
        .filter(level -> level.uniqueName().equals(item.member().level()))
        .map(level -> level.caption())
        .findFirst()
        .orElse(hierarchy.caption());
  }

  PanelView movers(DimensionRole dimension) {
    String id = dimension == DimensionRole.CUSTOMER ? "customer-movers" : "product-movers";
    String title = context.text().get("panel.cockpit." + id);
    if (scope.periods().before() == null) {
      return PanelView.empty(title, scope.comparisonText());
    }
    Movers movers = sales.movers(dimension, MeasureRole.SALES, MOVERS);
    List<Block> blocks = new ArrayList<>();
    String head = context.text().get("dimension." + dimension.code());
    if (!movers.rising().isEmpty()) {
      String caption = context.text().get("movers.rising");
      blocks.add(new TableBlock(table(caption, head, movers.rising(), drill()), true));
    }
    if (!movers.falling().isEmpty()) {
      String caption = context.text().get("movers.falling");
      blocks.add(new TableBlock(table(caption, head, movers.falling(), drill()), true));
    }
    if (blocks.isEmpty()) {
      return PanelView.empty(title, context.text().get("panel.empty"));
    }
    return new PanelView(
        title, subtitle(), blocks, how("cockpit.how.movers"), scope.reader().asked());
  }

  private Function<Item, String> drill() {
    return item -> scope.drill(item.member()).toString();
  }

  private List<Series> series(
      List<Item> items, Function<Item, String> address, Series.Kind kind, boolean dots) {
    List<Series> series = new ArrayList<>();
    if (scope.periods().before() != null) {
      Series.Kind before =
          dots
              ? Series.Kind.DOT
              : kind == Series.Kind.BAR ? Series.Kind.BAR : Series.Kind.DASHED_LINE;
      List<Mark> marks = items.stream().map(i -> Mark.of(i.change().before())).toList();
      String name = context.text().get("series.before");
      Colour colour = dots ? Colour.REFERENCE : Colour.PREVIOUS;
      series.add(Series.of(name, before, colour, ValueFormat.COMPACT, marks));
    }
    List<Mark> marks =
        items.stream().map(i -> Mark.of(i.change().now(), address.apply(i))).toList();
    String name = context.text().get("series.now");
    Series now = Series.of(name, kind, Colour.CURRENT, ValueFormat.COMPACT, marks);
    series.add(dots ? 0 : series.size(), now);
    return series;
  }

  private DataTable table(
      String caption, String head, List<Item> items, Function<Item, String> address) {
    boolean before = scope.periods().before() != null;
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(head));
    columns.add(Column.number(measure.caption()));
    if (before) {
      columns.add(Column.number(context.text().get("series.before")));
      columns.add(Column.number(context.text().get("table.difference")));
      columns.add(Column.number(context.text().get("table.change")));
    }
    List<Line> lines = new ArrayList<>();
    for (Item item : items) {
      Change change = item.change();
      List<Value> values = new ArrayList<>();
      values.add(Value.link(item.member().caption(), address.apply(item)));
      values.add(Value.of(context.numbers().compact(change.now())));
      if (before) {
        values.add(Value.of(context.numbers().compact(change.before())));
        values.add(Value.of(context.numbers().signedCompact(change.difference())));
        values.add(rate(change));
      }
      lines.add(Line.of(values));
    }
    return new DataTable(caption, columns, lines);
  }

  private Value rate(Change change) {
    if (Double.isNaN(change.before()) && change.now() > 0) {
      return Value.change(context.text().get("change.new"), change.now());
    }
    if (Double.isNaN(change.now()) && change.before() > 0) {
      return Value.change(context.text().get("change.gone"), -change.before());
    }
    return Value.change(context.numbers().signedPercent(change.rate()), change.rate());
  }

  private PanelView panel(
      String title, boolean empty, CategoryChart chart, String size, DataTable table, String how) {
    if (empty) {
      return PanelView.empty(title, context.text().get("panel.empty"));
    }
    String label = context.text().get("chart.label", title, measure.caption(), scope.periodText());
    Block block = new ChartBlock(context.charts().write(chart), label, size, table);
    return new PanelView(title, subtitle(), List.of(block), how(how), scope.reader().asked());
  }

  private String subtitle() {
    return context.text().get("panel.subtitle", measure.caption(), scope.periodText());
  }

  private List<String> how(String key) {
    List<String> how = new ArrayList<>();
    Optional.ofNullable(measure.description()).ifPresent(how::add);
    how.add(context.text().get(key, measure.caption()));
    how.add(context.text().get("scope.subtitle", scope.periodText(), scope.comparisonText()));
    return how;
  }
}
