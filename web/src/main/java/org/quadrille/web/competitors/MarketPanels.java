package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.Change;
import org.quadrille.cubes.analysis.Competitor;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.MarketAnalysis;
import org.quadrille.cubes.analysis.MarketShares;
import org.quadrille.cubes.analysis.MarketShares.Basis;
import org.quadrille.cubes.analysis.MarketShares.Standing;
import org.quadrille.cubes.analysis.PriceIndex;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.Colour;
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

/** Market share and share of voice: head to head, over time, by region and by product. */
final class MarketPanels {
  private final PageContext context;
  private final Scope scope;
  private final Messages text;
  private final NumberText numbers;
  private final MarketAnalysis market;

  MarketPanels(PageContext context, Scope scope) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.text = context.text();
    this.numbers = context.numbers();
    this.market = new MarketAnalysis(scope.reader(), scope.periods(), scope.slice());
  }

  /** Every company in one table. */
  PanelView rivals(PricePanels prices) {
    MarketShares whole = market.whole();
    if (whole.standings().isEmpty()) {
      return empty("rivals");
    }
    MarketAnalysis.PartIndexes indexes = prices.whole();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(text.get("dimension.competitor")));
    columns.add(Column.number(text.get("competitors.share-value")));
    columns.add(Column.number(text.get("competitors.share-change")));
    columns.add(Column.number(text.get("competitors.share-units")));
    columns.add(Column.number(text.get("competitors.relative")));
    if (market.hasAdvertising()) {
      columns.add(Column.number(text.get("competitors.voice")));
      columns.add(Column.number(text.get("competitors.excess-voice")));
    }
    columns.add(Column.number(text.get("competitors.price-against")));
    List<Line> lines = new ArrayList<>();
    for (Competitor company : new Companies(whole).all()) {
      PriceIndex index = indexes.against(company.member().uniqueName());
      lines.add(new Line(rival(whole, company, index), company.own()));
    }
    DataTable table = new DataTable(text.get("panel.competitors.rivals"), columns, lines);
    Block notes =
        new Block.NotesBlock(
            List.of(
                text.get("competitors.observed", numbers.compact(whole.total(Basis.VALUE).now())),
                text.get("competitors.herfindahl", numbers.decimal(whole.herfindahl(), 3)),
                text.get("competitors.top-four", numbers.percent(whole.topFour()))));
    List<Block> blocks = List.of(new Block.TableBlock(table, false), notes);
    return panel(
        "rivals", blocks, List.of("share-value.how", "relative.how", "voice.how", "price.how"));
  }

  private List<Value> rival(MarketShares whole, Competitor company, PriceIndex index) {
    String name = company.member().uniqueName();
    Change byValue = whole.share(name, Basis.VALUE);
    String address = company.own() ? null : scope.drill(company.member()).toString();
    List<Value> values = new ArrayList<>();
    values.add(Value.link(company.member().caption(), address));
    values.add(context.cells().percent(byValue.now()));
    values.add(points(byValue));
    values.add(context.cells().percent(whole.share(name, Basis.UNITS).now()));
    values.add(context.cells().decimal(whole.relative(name).now(), 2));
    if (market.hasAdvertising()) {
      double voice = whole.share(name, Basis.ADVERTISING).now();
      values.add(context.cells().percent(voice));
      values.add(context.cells().signedPoints(voice - byValue.now()));
    }
    values.add(Value.of(company.own() ? NumberText.NONE : numbers.decimal(index.value(), 1)));
    return values;
  }

  private Value points(Change share) {
    if (!share.comparable()) {
      return Value.of(NumberText.NONE);
    }
    double difference = share.difference();
    double shown = Math.abs(difference) < 0.0005 ? 0 : difference;
    return Value.change(numbers.signedPoints(difference), shown);
  }

  /** Shares of the months as areas that fill the whole. */
  PanelView overTime() {
    List<MarketShares> months = market.overTime();
    Companies companies = new Companies(sum(months));
    return shares("time", months, companies, Basis.VALUE, Series.Kind.AREA, this::month);
  }

  private static MarketShares sum(List<MarketShares> parts) {
    List<Standing> all = new ArrayList<>();
    for (MarketShares part : parts) {
      for (Standing standing : part.standings()) {
        boolean known = all.stream().anyMatch(s -> s.competitor().equals(standing.competitor()));
        if (!known) {
          all.add(standing);
        }
      }
    }
    return new MarketShares(null, all);
  }

  private @Nullable String month(ResultMember month) {
    return scope.period(month).toString();
  }

  /** Each company's share of voice beside its share of market. */
  PanelView voice() {
    MarketShares whole = market.whole();
    if (whole.standings().isEmpty()) {
      return empty("voice");
    }
    Companies companies = new Companies(whole);
    List<String> names = new ArrayList<>();
    List<Mark> voice = new ArrayList<>();
    List<Mark> share = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Competitor company : companies.all()) {
      String name = company.member().uniqueName();
      double ofVoice = whole.share(name, Basis.ADVERTISING).now();
      double ofMarket = whole.share(name, Basis.VALUE).now();
      String address = company.own() ? null : scope.drill(company.member()).toString();
      names.add(company.member().caption());
      voice.add(new Mark(ofVoice, address, companies.colour(company)));
      share.add(Mark.of(ofMarket, address));
      lines.add(
          new Line(
              List.of(
                  Value.link(company.member().caption(), address),
                  context.cells().percent(ofVoice),
                  context.cells().percent(ofMarket),
                  context.cells().signedPoints(ofVoice - ofMarket)),
              company.own()));
    }
    String voiceName = text.get("competitors.voice");
    String shareName = text.get("competitors.share-value");
    CategoryChart chart =
        CategoryChart.lying(
            names,
            List.of(
                Series.of(
                    voiceName,
                    Series.Kind.BAR,
                    companies.colour(companies.own()),
                    ValueFormat.PERCENT,
                    voice),
                Series.of(
                    shareName, Series.Kind.DOT, Colour.REFERENCE, ValueFormat.PERCENT, share)));
    List<Column> columns =
        List.of(
            Column.text(text.get("dimension.competitor")),
            Column.number(voiceName),
            Column.number(shareName),
            Column.number(text.get("competitors.excess-voice")));
    DataTable table = new DataTable(text.get("panel.competitors.voice"), columns, lines);
    return chart("voice", chart, "medium", table, List.of("voice.how"));
  }

  /** Shares by the parts of a dimension, with the price index of each. */
  PanelView by(DimensionRole dimension, String id) {
    if (scope.reader().roles().dimension(dimension).isEmpty()) {
      return empty(id);
    }
    List<MarketShares> parts = market.by(dimension);
    Companies companies = new Companies(sum(parts));
    return shares(
        id,
        parts,
        companies,
        Basis.VALUE,
        Series.Kind.STACK,
        member -> scope.drill(member).toString());
  }

  private PanelView shares(
      String id,
      List<MarketShares> parts,
      Companies companies,
      Basis basis,
      Series.Kind kind,
      Function<ResultMember, @Nullable String> address) {
    if (parts.isEmpty() || companies.all().isEmpty()) {
      return empty(id);
    }
    List<String> names =
        parts.stream().map(part -> name(Objects.requireNonNull(part.part()), kind)).toList();
    List<Series> series = new ArrayList<>();
    for (Competitor company : companies.all()) {
      List<Mark> marks = new ArrayList<>();
      for (MarketShares part : parts) {
        double share = part.share(company.member().uniqueName(), basis).now();
        marks.add(Mark.of(share, address.apply(Objects.requireNonNull(part.part()))));
      }
      series.add(
          Series.of(
              company.member().caption(),
              kind,
              companies.colour(company),
              ValueFormat.PERCENT,
              marks));
    }
    CategoryChart chart =
        kind == Series.Kind.AREA
            ? CategoryChart.upright(names, series).toFull()
            : CategoryChart.lying(names, series).toFull();
    DataTable table = shareTable(id, parts, names, companies, basis, address);
    return chart(id, chart, "medium", table, List.of("share-value.how"));
  }

  private String name(ResultMember member, Series.Kind kind) {
    if (kind != Series.Kind.AREA || member.parent() == null) {
      return member.caption();
    }
    List<ResultMember> path = scope.reader().path(member);
    return path.size() < 2
        ? member.caption()
        : text.get("period.part", path.get(0).caption(), member.caption());
  }

  private DataTable shareTable(
      String id,
      List<MarketShares> parts,
      List<String> names,
      Companies companies,
      Basis basis,
      Function<ResultMember, @Nullable String> address) {
    boolean change = parts.stream().anyMatch(p -> p.total(basis).before() > 0);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(text.get("panel.competitors." + id + ".head")));
    companies.all().forEach(c -> columns.add(Column.number(c.member().caption())));
    if (change) {
      columns.add(Column.number(text.get("competitors.own-change")));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      MarketShares part = parts.get(i);
      List<Value> values = new ArrayList<>();
      values.add(Value.link(names.get(i), address.apply(Objects.requireNonNull(part.part()))));
      for (Competitor company : companies.all()) {
        double share = part.share(company.member().uniqueName(), basis).now();
        values.add(context.cells().percent(share));
      }
      if (change) {
        values.add(points(part.share(companies.own().member().uniqueName(), basis)));
      }
      lines.add(Line.of(values));
    }
    return new DataTable(text.get("panel.competitors." + id), columns, lines);
  }

  private PanelView chart(
      String id, CategoryChart chart, String size, DataTable table, List<String> how) {
    String title = text.get("panel.competitors." + id);
    String label = text.get("chart.label", title, title, scope.periodText());
    Block block = new Block.ChartBlock(context.charts().write(chart), label, size, table);
    return panel(id, List.of(block), how);
  }

  private PanelView panel(String id, List<Block> blocks, List<String> how) {
    List<String> texts = new ArrayList<>();
    how.forEach(key -> texts.add(text.get("competitors." + key)));
    texts.add(text.get("scope.subtitle", scope.periodText(), scope.comparisonText()));
    return new PanelView(
        text.get("panel.competitors." + id),
        Sources.subtitle(context, scope),
        blocks,
        texts,
        scope.reader().asked());
  }

  private PanelView empty(String id) {
    return PanelView.empty(text.get("panel.competitors." + id), text.get("panel.empty"));
  }
}
