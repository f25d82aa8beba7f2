package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.Competitor;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MarketAnalysis;
import org.quadrille.cubes.analysis.MarketAnalysis.PartIndexes;
import org.quadrille.cubes.analysis.PriceIndex;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.Guide;
import org.quadrille.web.chart.Series;
import org.quadrille.web.chart.Series.Mark;
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

/** Our prices against each rival's on matched items. */
final class PricePanels {
  private final PageContext context;
  private final Scope scope;
  private final Messages text;
  private final NumberText numbers;
  private final MarketAnalysis market;

  PricePanels(PageContext context, Scope scope) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.text = context.text();
    this.numbers = context.numbers();
    this.market = new MarketAnalysis(scope.reader(), scope.periods(), scope.slice());
  }

  PartIndexes whole() {
    return market.priceIndexes();
  }

  /** The rival that the reader looks at; empty for all of them. */
  private Optional<ResultMember> rival() {
    HierarchyInfo rivals = scope.reader().roles().needHierarchy(DimensionRole.COMPETITOR);
    return scope.slice().of(rivals.uniqueName());
  }

  /** Against the rival that the reader looks at, or all. */
  PriceIndex index(PartIndexes part) {
    Optional<ResultMember> rival = rival();
    if (rival.isEmpty()) {
      return part.all();
    }
    return part.each().entrySet().stream()
        .filter(e -> e.getKey().member().uniqueName().equals(rival.get().uniqueName()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(PriceIndex.NONE);
  }

  /** Whose prices are 100. */
  String against() {
    return rival().map(ResultMember::caption).orElse(text.get("competitors.all"));
  }

  /** One bar for each rival, and a table of the product groups. */
  PanelView byRival() {
    PartIndexes whole = market.priceIndexes();
    if (Double.isNaN(whole.all().value())) {
      return empty("price");
    }
    List<String> names = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    names.add(text.get("competitors.all"));
    marks.add(new Mark(whole.all().value(), null, Colour.REFERENCE));
    lines.add(line(text.get("competitors.all"), null, whole.all()));
    for (Map.Entry<Competitor, PriceIndex> entry : whole.each().entrySet()) {
      ResultMember member = entry.getKey().member();
      String address = scope.drill(member).toString();
      names.add(member.caption());
      marks.add(Mark.of(entry.getValue().value(), address));
      lines.add(line(member.caption(), address, entry.getValue()));
    }
    Series series = series(Series.Kind.BAR, marks);
    CategoryChart chart = CategoryChart.lying(names, List.of(series)).with(List.of(level()));
    DataTable rivals =
        new DataTable(text.get("panel.competitors.price"), columns("competitor"), lines);
    return panel("price", List.of(chart("price", chart, rivals)));
  }

  /** The index against all rivals by the parts of a dimension. */
  PanelView by(DimensionRole dimension, String id) {
    List<PartIndexes> parts = new ArrayList<>();
    if (scope.reader().roles().dimension(dimension).isPresent()) {
      parts.addAll(market.priceIndexesBy(dimension));
    }
    if (parts.isEmpty()) {
      return empty(id);
    }
    List<String> names = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (PartIndexes part : parts) {
      ResultMember member = Objects.requireNonNull(part.part());
      String address = scope.drill(member).toString();
      names.add(member.caption());
      PriceIndex index = index(part);
      marks.add(Mark.of(index.value(), address));
      lines.add(line(member.caption(), address, index));
    }
    CategoryChart chart =
        CategoryChart.lying(names, List.of(series(Series.Kind.BAR, marks))).with(List.of(level()));
    String title = text.get("panel.competitors." + id);
    DataTable table = new DataTable(title, columns(dimension.code()), lines);
    return panel(id, List.of(chart(id, chart, table)));
  }

  private Series series(Series.Kind kind, List<Mark> marks) {
    return Series.of(text.get("competitors.price"), kind, Colour.CURRENT, ValueFormat.INDEX, marks);
  }

  private List<Column> columns(String dimension) {
    return List.of(
        Column.text(text.get("dimension." + dimension)),
        Column.number(text.get("competitors.price")),
        Column.number(text.get("competitors.matched-items")));
  }

  private Line line(String name, @Nullable String address, PriceIndex index) {
    return Line.of(
        List.of(
            Value.link(name, address),
            context.cells().decimal(index.value(), 1),
            context.cells().whole(index.matched())));
  }

  /** The index against all rivals by month. */
  PanelView overTime() {
    List<PartIndexes> months = market.priceIndexesOverTime();
    if (months.isEmpty()) {
      return empty("price-time");
    }
    List<String> names = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (PartIndexes month : months) {
      ResultMember member = Objects.requireNonNull(month.part());
      String address = scope.period(member).toString();
      names.add(member.caption());
      PriceIndex index = index(month);
      marks.add(Mark.of(index.value(), address));
      lines.add(line(member.caption(), address, index));
    }
    Series series = series(Series.Kind.LINE, marks);
    CategoryChart chart = CategoryChart.upright(names, List.of(series)).with(List.of(level()));
    DataTable table =
        new DataTable(text.get("panel.competitors.price-time"), columns("time"), lines);
    return panel("price-time", List.of(chart("price-time", chart, table)));
  }

  private Guide level() {
    return new Guide(text.get("competitors.price-level"), 100, false, false, Colour.REFERENCE);
  }

  private Block chart(String id, CategoryChart chart, DataTable table) {
    String title = text.get("panel.competitors." + id);
    String label = text.get("chart.label", title, title, scope.periodText());
    return new Block.ChartBlock(context.charts().write(chart), label, "medium", table);
  }

  private PanelView panel(String id, List<Block> blocks) {
    return new PanelView(
        text.get("panel.competitors." + id),
        text.get(
            "competitors.price.subtitle",
            id.equals("price") ? text.get("competitors.each") : against(),
            Sources.subtitle(context, scope)),
        blocks,
        List.of(text.get("competitors.price.how"), text.get("competitors.price.how.fisher")),
        scope.reader().asked());
  }

  private PanelView empty(String id) {
    return PanelView.empty(text.get("panel.competitors." + id), text.get("competitors.no-matches"));
  }
}
