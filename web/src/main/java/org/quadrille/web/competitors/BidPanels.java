package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.BidAnalysis;
import org.quadrille.cubes.analysis.BidAnalysis.Bids;
import org.quadrille.cubes.analysis.BidAnalysis.Tally;
import org.quadrille.cubes.analysis.BidGrid;
import org.quadrille.cubes.analysis.Change;
import org.quadrille.cubes.analysis.DimensionRole;
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

/** Bids won and lost against each rival, by region, product and month. */
final class BidPanels {
  private final PageContext context;
  private final Scope scope;
  private final Messages text;
  private final NumberText numbers;
  private final BidAnalysis bids;

  BidPanels(PageContext context, Scope scope) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.text = context.text();
    this.numbers = context.numbers();
    this.bids = new BidAnalysis(scope.reader(), scope.periods(), scope.slice());
  }

  /** All bids; empty where there are none. */
  Optional<Bids> whole() {
    return grid().whole();
  }

  BidGrid grid() {
    return bids.grid();
  }

  Scope scope() {
    return scope;
  }

  /** Why bids were lost: by number, with their money; most money first. */
  PanelView reasons() {
    if (scope.reader().roles().dimension(DimensionRole.REASON).isEmpty()) {
      return PanelView.empty(
          text.get("panel.competitors.reasons"), text.get("competitors.no-reasons"));
    }
    List<Bids> reasons = new ArrayList<>(bids.by(DimensionRole.REASON));
    reasons.removeIf(reason -> reason.now().lost() == 0);
    if (reasons.isEmpty()) {
      return empty("reasons");
    }
    reasons.sort(Comparator.comparingDouble((Bids b) -> b.now().amountLost()).reversed());
    double all = reasons.stream().mapToDouble(b -> b.now().amountLost()).sum();
    List<String> names = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Bids reason : reasons) {
      ResultMember member = Objects.requireNonNull(reason.part());
      names.add(member.caption());
      marks.add(Mark.of(reason.now().amountLost()));
      lines.add(
          Line.of(
              List.of(
                  Value.of(member.caption()),
                  context.cells().whole(reason.now().lost()),
                  context.cells().whole(reason.now().amountLost()),
                  context.cells().percent(reason.now().amountLost() / all))));
    }
    CategoryChart chart =
        CategoryChart.lying(
            names,
            List.of(
                Series.of(
                    text.get("competitors.lost-amount"),
                    Series.Kind.BAR,
                    Colour.BAD,
                    ValueFormat.COMPACT,
                    marks)));
    List<Column> columns =
        List.of(
            Column.text(text.get("dimension.reason")),
            Column.number(text.get("competitors.lost")),
            Column.number(text.get("competitors.lost-amount")),
            Column.number(text.get("table.share")));
    return panel(
        "reasons", chart, new DataTable(text.get("panel.competitors.reasons"), columns, lines));
  }

  /** Won and lost, side by side, most decided first. */
  PanelView by(DimensionRole dimension, String id) {
    List<Bids> parts = new ArrayList<>();
    if (scope.reader().roles().dimension(dimension).isPresent()) {
      parts.addAll(
          switch (dimension) {
            case REGION -> bids.grid().byRegion();
            case COMPETITOR -> bids.grid().byRival();
            default -> bids.by(dimension);
          });
    }
    if (parts.isEmpty()) {
      return empty(id);
    }
    parts.sort(Comparator.comparingDouble((Bids b) -> b.now().won() + b.now().lost()).reversed());
    List<String> names = new ArrayList<>();
    List<Mark> won = new ArrayList<>();
    List<Mark> lost = new ArrayList<>();
    for (Bids part : parts) {
      ResultMember member = Objects.requireNonNull(part.part());
      String address = scope.drill(member).toString();
      double rate = part.now().winRate();
      String decided = numbers.whole(part.now().won() + part.now().lost());
      names.add(text.get("competitors.bids-decided", member.caption(), decided));
      won.add(Mark.of(rate, address));
      lost.add(Mark.of(1 - rate, address));
    }
    CategoryChart chart =
        CategoryChart.lying(
                names,
                List.of(
                    series("won", Series.Kind.STACK, Colour.GOOD, won),
                    series("lost", Series.Kind.STACK, Colour.BAD, lost)))
            .toFull();
    return panel(id, chart, table(id, text.get("dimension." + dimension.code()), parts));
  }

  /** The win rate by month, by number and by money. */
  PanelView overTime() {
    List<Bids> months = bids.overTime();
    if (months.isEmpty()) {
      return empty("bids-time");
    }
    List<String> names = new ArrayList<>();
    List<Mark> byNumber = new ArrayList<>();
    List<Mark> byAmount = new ArrayList<>();
    for (Bids month : months) {
      ResultMember member = Objects.requireNonNull(month.part());
      String address = scope.period(member).toString();
      names.add(member.caption());
      byNumber.add(Mark.of(month.now().winRate(), address));
      byAmount.add(Mark.of(month.now().winRateByAmount(), address));
    }
    CategoryChart chart =
        CategoryChart.upright(
            names,
            List.of(
                series("win-rate", Series.Kind.LINE, Colour.CURRENT, byNumber),
                series("win-rate-amount", Series.Kind.DASHED_LINE, Colour.CUMULATIVE, byAmount)));
    return panel("bids-time", chart, table("bids-time", text.get("time.month"), months));
  }

  private Series series(String key, Series.Kind kind, Colour colour, List<Mark> marks) {
    return Series.of(text.get("competitors." + key), kind, colour, ValueFormat.PERCENT, marks);
  }

  private DataTable table(String id, String head, List<Bids> parts) {
    boolean before = parts.stream().anyMatch(part -> part.before() != null);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(head));
    for (String key : List.of("won", "lost", "open", "win-rate", "win-rate-amount")) {
      columns.add(Column.number(text.get("competitors." + key)));
    }
    if (before) {
      columns.add(Column.number(text.get("competitors.win-rate-change")));
    }
    List<Line> lines = new ArrayList<>();
    for (Bids part : parts) {
      ResultMember member = Objects.requireNonNull(part.part());
      Tally now = part.now();
      List<Value> values = new ArrayList<>();
      values.add(Value.link(member.caption(), address(member)));
      values.add(context.cells().whole(now.won()));
      values.add(context.cells().whole(now.lost()));
      values.add(context.cells().whole(now.open()));
      values.add(context.cells().percent(now.winRate()));
      values.add(context.cells().percent(now.winRateByAmount()));
      if (before) {
        Change rate = part.winRate();
        double difference = rate.comparable() ? rate.difference() : Double.NaN;
        values.add(Value.change(numbers.signedPoints(difference), difference));
      }
      lines.add(Line.of(values));
    }
    return new DataTable(text.get("panel.competitors." + id), columns, lines);
  }

  private @Nullable String address(ResultMember member) {
    boolean time = member.hierarchy().equals(scope.periods().now().member().hierarchy());
    return (time ? scope.period(member) : scope.drill(member)).toString();
  }

  private PanelView panel(String id, CategoryChart chart, DataTable table) {
    String title = text.get("panel.competitors." + id);
    String label = text.get("chart.label", title, title, scope.periodText());
    Block block = new Block.ChartBlock(context.charts().write(chart), label, "medium", table);
    return new PanelView(
        title,
        Sources.subtitle(context, scope),
        List.of(block),
        List.of(text.get("competitors.win-rate.how"), text.get("competitors.open.how")),
        scope.reader().asked());
  }

  private PanelView empty(String id) {
    return PanelView.empty(text.get("panel.competitors." + id), text.get("panel.empty"));
  }
}
