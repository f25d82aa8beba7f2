package org.quadrille.web.profit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.BeforeAfter;
import org.quadrille.cubes.analysis.BeforeAfter.Comparison;
import org.quadrille.cubes.analysis.BeforeAfter.Effect;
import org.quadrille.cubes.analysis.BeforeAfter.Windows;
import org.quadrille.cubes.analysis.Change;
import org.quadrille.cubes.analysis.DayLine;
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
import org.quadrille.web.page.PanelView;

/** What customers contributed before and after a day. */
final class CampaignPanels {
  private static final int MOVERS = 12;

  private final PanelKit kit;
  private final @Nullable DayLine line;

  CampaignPanels(PanelKit kit) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.line = kit.choice().days().orElse(null);
  }

  PanelView panel(String id) {
    if (line == null) {
      return PanelView.empty(kit.title(id), kit.say("campaign.no-dates"));
    }
    LocalDate cut = kit.choice().cut(line);
    BeforeAfter beforeAfter =
        new BeforeAfter(kit.choice().scope().reader(), line, kit.choice().scope().slice());
    Optional<Windows> windows = beforeAfter.windows(cut, kit.choice().settings().window());
    if (windows.isEmpty()) {
      String reach = kit.date(line.end().minusDays(1));
      return PanelView.empty(
          kit.title(id), kit.say("campaign.outside", kit.date(cut), kit.date(line.start()), reach));
    }
    Optional<Comparison> comparison = beforeAfter.compare(windows.get());
    if (comparison.isEmpty()) {
      return kit.empty(id);
    }
    return switch (id) {
      case "campaign" -> whole(comparison.get());
      case "campaign-parts" -> movers(comparison.get());
      default -> list(comparison.get());
    };
  }

  private String subtitle(Windows windows) {
    return kit.say(
        "campaign.windows",
        kit.date(windows.from()),
        kit.date(windows.cut()),
        kit.date(windows.until().minusDays(1)));
  }

  private PanelView whole(Comparison comparison) {
    Effect total = comparison.total();
    Windows windows = comparison.windows();
    Change change = new Change(total.after().profit(), total.before().profit());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.SentenceBlock(
            kit.say(
                "campaign.sentence",
                kit.numbers().whole(windows.days()),
                kit.date(windows.cut()),
                kit.numbers().compact(change.now()),
                kit.numbers().signedPercent(change.rate()))));
    if (windows.lastYear()) {
      blocks.add(
          new Block.SentenceBlock(
              kit.say(
                  "campaign.season",
                  kit.numbers().signedPercent(total.seasonal() - 1),
                  kit.numbers().signedCompact(total.netOfSeason()))));
    }
    List<String> names = List.of(kit.say("before"), kit.say("after"));
    List<Series> series = new ArrayList<>();
    series.add(
        bars("campaign.now", Colour.CURRENT, total.before().profit(), total.after().profit()));
    if (windows.lastYear()) {
      series.add(
          bars(
              "campaign.last-year",
              Colour.PREVIOUS,
              total.beforeLastYear().profit(),
              total.afterLastYear().profit()));
    }
    blocks.add(
        kit.chart("campaign", CategoryChart.upright(names, series), "medium", totals(comparison)));
    List<String> notes = new ArrayList<>();
    if (windows.cutShort()) {
      notes.add(kit.say("campaign.cut-short", kit.numbers().whole(windows.days())));
    }
    if (!windows.lastYear()) {
      notes.add(kit.say("campaign.no-last-year"));
    }
    if (!notes.isEmpty()) {
      blocks.add(new Block.NotesBlock(notes));
    }
    return kit.panel("campaign", subtitle(windows), blocks, "campaign.how", "campaign.how.season");
  }

  private Series bars(String key, Colour colour, double before, double after) {
    return Series.of(
        kit.say(key),
        Series.Kind.BAR,
        colour,
        ValueFormat.COMPACT,
        List.of(Mark.of(before), Mark.of(after)));
  }

  private DataTable totals(Comparison comparison) {
    Effect total = comparison.total();
    List<Line> lines = new ArrayList<>();
    lines.add(
        Line.of(
            List.of(
                Value.of(kit.say("campaign.now")),
                kit.money(total.before().profit()),
                kit.money(total.after().profit()),
                kit.change(total.change()))));
    if (comparison.windows().lastYear()) {
      double difference =
          total.afterLastYear().profitOrZero() - total.beforeLastYear().profitOrZero();
      lines.add(
          Line.of(
              List.of(
                  Value.of(kit.say("campaign.last-year")),
                  kit.money(total.beforeLastYear().profit()),
                  kit.money(total.afterLastYear().profit()),
                  kit.change(difference))));
    }
    List<Column> columns =
        List.of(
            Column.text(kit.text().get("figure.profit")),
            Column.number(kit.say("before")),
            Column.number(kit.say("after")),
            Column.number(kit.text().get("table.change")));
    return new DataTable(kit.title("campaign"), columns, lines);
  }

  private static List<Effect> sorted(Comparison comparison) {
    return comparison.customers().stream()
        .filter(effect -> effect.before().present() || effect.after().present())
        .sorted(
            Comparator.comparingDouble(Effect::change)
                .reversed()
                .thenComparing(effect -> effect.member().uniqueName()))
        .toList();
  }

  private PanelView movers(Comparison comparison) {
    List<Effect> all = sorted(comparison);
    int half = Math.min(MOVERS / 2, all.size() / 2);
    List<Effect> shown = new ArrayList<>(all.subList(0, half));
    shown.addAll(all.subList(all.size() - half, all.size()));
    if (shown.isEmpty()) {
      return kit.empty("campaign-parts");
    }
    List<String> names = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (Effect effect : shown) {
      names.add(effect.member().caption());
      Colour colour = effect.change() >= 0 ? Colour.GOOD : Colour.BAD;
      marks.add(new Mark(effect.change(), kit.choice().orders(effect.member()), colour));
    }
    CategoryChart chart =
        CategoryChart.lying(
            names,
            List.of(
                Series.of(
                    kit.say("profit-change"),
                    Series.Kind.BAR,
                    Colour.GOOD,
                    ValueFormat.COMPACT,
                    marks)));
    List<Block> blocks =
        List.of(kit.chart("campaign-parts", chart, "large", table("campaign-parts", shown)));
    return kit.panel(
        "campaign-parts", subtitle(comparison.windows()), blocks, "campaign.how", "list.how");
  }

  private PanelView list(Comparison comparison) {
    PanelKit.Cut<Effect> cut = kit.cut("campaign-list", sorted(comparison));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(table("campaign-list", cut.rows()), false));
    blocks.addAll(cut.pager());
    return kit.panel(
        "campaign-list", subtitle(comparison.windows()), blocks, "campaign.how", "list.how");
  }

  private DataTable table(String id, List<Effect> rows) {
    List<Column> columns =
        List.of(
            Column.text(kit.text().get("dimension.customer")),
            Column.number(kit.say("profit-before")),
            Column.number(kit.say("profit-after")),
            Column.number(kit.say("profit-change")),
            Column.number(kit.say("sales-before")),
            Column.number(kit.say("sales-after")));
    List<Line> lines = new ArrayList<>();
    for (Effect effect : rows) {
      lines.add(
          Line.of(
              List.of(
                  Value.link(effect.member().caption(), kit.choice().orders(effect.member())),
                  kit.money(effect.before().profit()),
                  kit.money(effect.after().profit()),
                  kit.change(effect.change()),
                  kit.money(effect.before().sales()),
                  kit.money(effect.after().sales()))));
    }
    return new DataTable(kit.title(id), columns, lines);
  }
}
