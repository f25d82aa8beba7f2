package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.Concentration;
import org.quadrille.cubes.analysis.Concentration.LorenzPoint;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** How unevenly the value is spread over those who are ranked. */
final class LorenzPanel {
  private final ParetoView view;

  LorenzPanel(ParetoView view) {
    this.view = Objects.requireNonNull(view, "view");
  }

  PanelView panel() {
    Messages text = view.text();
    NumberText numbers = view.numbers();
    Concentration concentration =
        Concentration.of(
            view.ranking().ranked().stream().mapToDouble(e -> e.item().value()).toArray());
    String gini = numbers.decimal(concentration.gini(), 2);
    ParetoChart chart = new ParetoChart(text, numbers, view.measure());
    String json = view.context().charts().write(chart.lorenz(concentration));
    List<Block> blocks =
        List.of(
            new Block.SentenceBlock(text.get("lorenz.gini", gini)),
            new Block.ChartBlock(
                json, text.get("lorenz.label", gini), "square", points(concentration)),
            new Block.NotesBlock(
                List.of(
                    text.get("lorenz.top-ten", numbers.percent(concentration.topTen())),
                    text.get(
                        "lorenz.herfindahl", numbers.decimal(concentration.herfindahl(), 4)))));
    return view.panel(
        "lorenz", blocks, List.of(text.get("lorenz.how"), text.get("lorenz.how.gini")));
  }

  private DataTable points(Concentration concentration) {
    Messages text = view.text();
    Cells cells = view.cells();
    List<Column> columns =
        List.of(
            Column.number(text.get("lorenz.members")),
            Column.number(text.get("lorenz.value", view.measure())));
    List<Line> lines = new ArrayList<>();
    List<LorenzPoint> points = concentration.lorenz();
    int step = Math.max(1, (points.size() - 1) / 10);
    for (int i = 0; i < points.size(); i += step) {
      LorenzPoint point = points.get(i);
      lines.add(Line.of(List.of(cells.percent(point.members()), cells.percent(point.value()))));
    }
    return new DataTable(text.get("panel.pareto.lorenz"), columns, lines);
  }
}
