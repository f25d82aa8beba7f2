package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.ranking.RankChain;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** The chart of the ranking with its sentence, and who does not count. */
final class RankingPanel {
  private final ParetoView view;
  private final Messages text;
  private final NumberText numbers;
  private final RankChain chain;
  private final Ranking ranking;

  RankingPanel(ParetoView view) {
    this.view = Objects.requireNonNull(view, "view");
    this.text = view.text();
    this.numbers = view.numbers();
    this.chain = view.chain();
    this.ranking = view.ranking();
  }

  PanelView panel() {
    boolean grouped = ParetoChart.groups(ranking);
    ParetoChart chart = new ParetoChart(text, numbers, view.measure());
    String json =
        view.context()
            .charts()
            .write(
                chart.chart(
                    ranking,
                    chain.last().step().cut(),
                    entry -> grouped ? tablePage(entry) : view.drill(entry.item().key())));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence()));
    blocks.add(new Block.ChartBlock(json, sentence(), "large", classes()));
    List<String> notes = notes();
    if (grouped) {
      notes.add(text.get("pareto.grouped"));
    }
    blocks.add(new Block.NotesBlock(notes));
    return view.panel(
        "ranking",
        blocks,
        List.of(
            text.get("pareto.how"), text.get("pareto.how.line"), text.get("pareto.how.oneoff")));
  }

  private String sentence() {
    String few = numbers.whole(ranking.count(AbcClass.A));
    String all = numbers.whole(ranking.ranked().size());
    String part = numbers.percent(ranking.vitalFew());
    String share = numbers.percent(ranking.share(AbcClass.A));
    return view.choice()
        .noun()
        .map(n -> text.get("pareto.sentence", few, all, n, part, share, view.measureName()))
        .orElseGet(
            () ->
                text.get(
                    "pareto.sentence.level",
                    few,
                    all,
                    view.choice().level().caption(),
                    part,
                    share,
                    view.measureName()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(RankTexts.cut(view));
    notes.add(RankTexts.order(view, chain.last().step().rule()));
    int stages = chain.stages().size();
    if (stages > 1) {
      Ranking first = chain.stages().get(0).ranking();
      notes.add(
          text.get(
              "pareto.of-first",
              numbers.whole(stages),
              numbers.percent(ranking.sum(AbcClass.A) / first.total()),
              view.measureName()));
    }
    int outside = ranking.count(AbcClass.D);
    if (outside > 0) {
      notes.add(
          text.get(
              "pareto.outside", numbers.whole(outside), numbers.compact(ranking.sum(AbcClass.D))));
    }
    if (chain.inactive().count() > 0) {
      notes.add(group("pareto.inactive", chain.inactive()));
    }
    if (chain.oneOffs().count() > 0) {
      boolean left = view.choice().settings().leavesOneOffsOut();
      notes.add(group(left ? "pareto.oneoffs.left" : "pareto.oneoffs", chain.oneOffs()));
    }
    if (chain.unknown().count() > 0) {
      notes.add(text.get("pareto.unknown", numbers.compact(chain.unknown().value())));
    }
    if (!view.choice().counted().knowsOrders()) {
      notes.add(text.get("pareto.missing.orders"));
    }
    return notes;
  }

  private String group(String key, RankChain.Group group) {
    double all = chain.facts().values().stream().mapToDouble(f -> Math.max(0, f.value())).sum();
    return text.get(
        key,
        numbers.whole(group.count()),
        view.noun(),
        numbers.compact(group.value()),
        numbers.percent(all == 0 ? Double.NaN : group.value() / all),
        view.measureName());
  }

  private String tablePage(Ranking.Entry entry) {
    int page = ranking.entries().indexOf(entry) / TablePanel.ROWS + 1;
    return view.context().here().with("page", page == 1 ? null : String.valueOf(page))
        + "#panel-table";
  }

  private DataTable classes() {
    Cells cells = view.cells();
    List<Column> columns =
        List.of(
            Column.text(text.get("table.class")),
            Column.number(text.get("table.count")),
            Column.number(view.measure()),
            Column.number(text.get("table.share")));
    List<Line> lines = new ArrayList<>();
    for (AbcClass abc : AbcClass.values()) {
      lines.add(
          Line.of(
              List.of(
                  classValue(abc),
                  cells.whole(ranking.count(abc)),
                  cells.compact(ranking.sum(abc)),
                  cells.percent(ranking.share(abc)))));
    }
    return new DataTable(text.get("pareto.classes"), columns, lines);
  }

  static Value classValue(AbcClass abc) {
    return new Value(abc.name(), null, abc.name().toLowerCase(Locale.ROOT));
  }
}
