package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.ranking.Criterion;
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

/** The rankings so far, one after the other, and the ways to rank the vital few again. */
final class ChainPanel {
  private static final List<Integer> TOPS = List.of(10, 20, 30, 50);

  private final ParetoView view;
  private final Messages text;
  private final NumberText numbers;

  ChainPanel(ParetoView view) {
    this.view = Objects.requireNonNull(view, "view");
    this.text = view.text();
    this.numbers = view.numbers();
  }

  PanelView panel() {
    int few = view.ranking().count(AbcClass.A);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(stages(), false));
    if (few > 1) {
      blocks.add(new Block.TableBlock(again(few), true));
    }
    return view.panel("chain", blocks, List.of(text.get("pareto.how.chain")));
  }

  private DataTable stages() {
    Cells cells = view.cells();
    List<Column> columns =
        List.of(
            Column.text(text.get("chain.step")),
            Column.number(text.get("chain.in")),
            Column.number(text.get("chain.few")),
            Column.number(view.measure()),
            Column.number(text.get("chain.share")));
    List<Line> lines = new ArrayList<>();
    List<RankChain.Stage> stages = view.chain().stages();
    double total = stages.get(0).ranking().total();
    for (int i = 0; i < stages.size(); i++) {
      Ranking ranking = stages.get(i).ranking();
      boolean here = i == stages.size() - 1;
      String name = name(view, i);
      Value first = Value.link(name, here ? null : view.choice().withSteps(i).toString());
      double sum = ranking.sum(AbcClass.A);
      lines.add(
          new Line(
              List.of(
                  first,
                  cells.whole(ranking.ranked().size()),
                  cells.whole(ranking.count(AbcClass.A)),
                  cells.compact(sum),
                  cells.percent(total == 0 ? Double.NaN : sum / total)),
              here));
    }
    return new DataTable(text.get("panel.pareto.chain"), columns, lines);
  }

  /** What a step of the chain is called. */
  static String name(ParetoView view, int index) {
    return index == 0
        ? view.text().get("chain.first", RankTexts.order(view, view.choice().settings().rule()))
        : name(view.choice(), view.text(), view.numbers(), view.measure(), index);
  }

  /** What a further step is called; needs no ranking. */
  static String name(
      ParetoChoice choice, Messages text, NumberText numbers, String measure, int index) {
    RankSettings.Step step = choice.settings().steps().get(index - 1);
    String criterion =
        step.criterion() == Criterion.VALUE
            ? measure
            : text.get("criterion." + step.criterion().code());
    return text.get("chain.next", numbers.roundPercent(step.percent() / 100.0), criterion);
  }

  private DataTable again(int few) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(text.get("chain.criterion")));
    TOPS.forEach(
        top ->
            columns.add(Column.number(text.get("chain.top", numbers.roundPercent(top / 100.0)))));
    List<Line> lines = new ArrayList<>();
    for (Criterion criterion : view.choice().settings().possible()) {
      List<Value> values = new ArrayList<>();
      values.add(Value.of(view.criterion(criterion)));
      for (int top : TOPS) {
        int count = (int) Math.ceil(few * top / 100.0 - 1e-9);
        String address = view.choice().withStep(criterion, top).toString();
        values.add(view.cells().whole(count).opening(address));
      }
      lines.add(Line.of(values));
    }
    return new DataTable(text.get("chain.again", numbers.whole(few), view.noun()), columns, lines);
  }
}
