package org.quadrille.web.competitors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quadrille.cubes.analysis.BidAnalysis.Tally;
import org.quadrille.cubes.analysis.BidGrid;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.page.Scope;
import org.quadrille.web.text.Messages;

/** Where we lose, and to whom: lost money and win rate of each rival in each region. */
final class LossPanel {
  private final PageContext context;
  private final Scope scope;
  private final Messages text;

  LossPanel(PageContext context, Scope scope) {
    this.context = Objects.requireNonNull(context, "context");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.text = context.text();
  }

  PanelView panel(BidGrid grid) {
    String title = text.get("panel.competitors.losses");
    List<BidGrid.Field> lost =
        grid.inside().stream()
            .filter(field -> field.bids().now().lost() > 0)
            .sorted(
                Comparator.comparingDouble((BidGrid.Field field) -> field.bids().now().amountLost())
                    .reversed())
            .toList();
    if (lost.isEmpty()) {
      return PanelView.empty(title, text.get("panel.empty"));
    }
    BidGrid.Field worst = lost.get(0);
    String sentence =
        text.get(
            "competitors.losses.sentence",
            worst.region().caption(),
            worst.rival().caption(),
            context.numbers().compact(worst.bids().now().amountLost()),
            context.numbers().percent(worst.bids().now().winRate()));
    List<Block> blocks =
        List.of(new Block.SentenceBlock(sentence), new Block.TableBlock(table(title, grid), false));
    return new PanelView(
        title,
        Sources.subtitle(context, scope),
        blocks,
        List.of(
            text.get("competitors.losses.how"),
            text.get("competitors.win-rate.how"),
            text.get("competitors.open.how")),
        scope.reader().asked());
  }

  private DataTable table(String title, BidGrid grid) {
    Map<String, ResultMember> rivals = new LinkedHashMap<>();
    Map<String, ResultMember> regions = new LinkedHashMap<>();
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (BidGrid.Field field : grid.inside()) {
      rivals.put(field.rival().uniqueName(), field.rival());
      regions.put(field.region().uniqueName(), field.region());
      tallies.put(key(field.region(), field.rival()), field.bids().now());
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(text.get("dimension.region")));
    for (ResultMember rival : rivals.values()) {
      columns.add(Column.number(text.get("competitors.lost-to", rival.caption())));
      columns.add(Column.number(text.get("competitors.win-rate")));
    }
    List<Line> lines = new ArrayList<>();
    for (ResultMember region : regions.values()) {
      List<Value> values = new ArrayList<>();
      values.add(Value.link(region.caption(), scope.drill(region).toString()));
      for (ResultMember rival : rivals.values()) {
        Tally tally = tallies.get(key(region, rival));
        double amount = tally == null ? Double.NaN : tally.amountLost();
        double rate = tally == null ? Double.NaN : tally.winRate();
        String address =
            scope
                .drill(region)
                .with(DimensionRole.COMPETITOR.code(), rival.uniqueName())
                .toString();
        values.add(context.cells().compact(amount).opening(tally == null ? null : address));
        values.add(context.cells().percent(rate).changing(rate > 0.5 ? 1 : rate < 0.5 ? -1 : 0));
      }
      lines.add(Line.of(values));
    }
    return new DataTable(title, columns, lines);
  }

  private static String key(ResultMember region, ResultMember rival) {
    return region.uniqueName() + "/" + rival.uniqueName();
  }
}
