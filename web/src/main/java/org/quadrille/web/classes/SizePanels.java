package org.quadrille.web.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.classes.ClassHistory;
import org.quadrille.cubes.classes.ClassHistory.Month;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.Series;
import org.quadrille.web.chart.Series.Mark;
import org.quadrille.web.chart.ValueFormat;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Block.Tile;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** Size and contribution of the classes over time, and the figures of the month. */
final class SizePanels {
  private static final List<AbcClass> BUYERS = List.of(AbcClass.A, AbcClass.B, AbcClass.C);

  private final ClassesView view;
  private final Messages text;
  private final NumberText numbers;
  private final Cells cells;
  private final ClassHistory history;

  SizePanels(ClassesView view) {
    this.view = Objects.requireNonNull(view, "view");
    this.text = view.text();
    this.numbers = view.numbers();
    this.cells = view.cells();
    this.history = view.choice().history();
  }

  PanelView figures() {
    Month now = month(view.choice().month());
    Month before = month(view.choice().against());
    double share = share(now, AbcClass.A);
    List<Tile> tiles = new ArrayList<>();
    tiles.add(count("buyers", now.buyers(), before.buyers(), null));
    tiles.add(count("a", now.part(AbcClass.A).count(), before.part(AbcClass.A).count(), null));
    tiles.add(
        new Tile(
            text.get("classes.tile.share"),
            numbers.percent(share),
            numbers.percent(share),
            tone(share - share(before, AbcClass.A)),
            numbers.signedPoints(share - share(before, AbcClass.A)),
            text.get(
                "classes.against",
                numbers.percent(share(before, AbcClass.A)),
                view.choice().monthText(view.choice().against())),
            text.get("classes.tile.share.how"),
            null));
    tiles.add(count("d", now.part(AbcClass.D).count(), before.part(AbcClass.D).count(), null));
    tiles.add(count("alarms", now.alarms(), before.alarms(), "#panel-alarms"));
    tiles.add(count("new", fresh(now), fresh(before), null));
    return view.panel(
        "figures",
        view.months(),
        List.of(new Block.TilesBlock(tiles), new Block.NotesBlock(List.of(view.rule()))),
        "classes.how");
  }

  private Tile count(String key, int now, int before, @Nullable String address) {
    double rate = before == 0 ? Double.NaN : (now - before) / (double) before;
    String change = Double.isNaN(rate) ? "" : numbers.signedPercent(rate);
    return new Tile(
        text.get("classes.tile." + key),
        numbers.whole(now),
        numbers.whole(now),
        // More sleepers and alarms are no good news, so they are not marked as such.
        key.equals("d") || key.equals("alarms") ? "same" : tone(now - before),
        change,
        text.get(
            "classes.against",
            numbers.whole(before),
            view.choice().monthText(view.choice().against())),
        text.get("classes.tile." + key + ".how"),
        address);
  }

  private static String tone(double difference) {
    return difference > 0 ? "up" : difference < 0 ? "down" : "same";
  }

  private static int fresh(Month month) {
    return month.parts().stream().mapToInt(ClassHistory.Part::fresh).sum();
  }

  private static double share(Month month, AbcClass abc) {
    return month.value() == 0 ? Double.NaN : month.part(abc).value() / month.value();
  }

  private Month month(int place) {
    return history.months().stream()
        .filter(m -> m.place() == place)
        .findFirst()
        .orElseGet(() -> history.months().get(0));
  }

  PanelView sizes() {
    List<Series> series = new ArrayList<>();
    for (AbcClass abc : AbcClass.values()) {
      List<Mark> marks =
          history.months().stream()
              .map(
                  m ->
                      Mark.of(
                          m.part(abc).count(), view.choice().monthAddress(Math.max(m.place(), 1))))
              .toList();
      series.add(
          Series.of(
              text.get("classes.class", abc.name()),
              Series.Kind.STACK,
              colour(abc),
              ValueFormat.COMPACT,
              marks));
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(text.get("classes.month")));
    for (AbcClass abc : AbcClass.values()) {
      columns.add(Column.number(text.get("classes.class", abc.name())));
    }
    columns.add(Column.number(text.get("classes.tile.new")));
    columns.add(Column.number(text.get("classes.tile.alarms")));
    List<Line> lines = new ArrayList<>();
    for (Month month : history.months()) {
      List<Value> values = new ArrayList<>();
      values.add(Value.of(view.choice().monthText(month.place())));
      month.parts().forEach(part -> values.add(cells.whole(part.count())));
      values.add(cells.whole(fresh(month)));
      values.add(cells.whole(month.alarms()));
      lines.add(Line.of(values));
    }
    return chart("sizes", series, columns, lines, false);
  }

  PanelView contribution() {
    List<Series> series = new ArrayList<>();
    for (AbcClass abc : BUYERS) {
      List<Mark> marks =
          history.months().stream()
              .map(m -> Mark.of(share(m, abc), view.choice().monthAddress(Math.max(m.place(), 1))))
              .toList();
      series.add(
          Series.of(
              text.get("classes.class", abc.name()),
              Series.Kind.STACK,
              colour(abc),
              ValueFormat.PERCENT,
              marks));
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(text.get("classes.month")));
    for (AbcClass abc : BUYERS) {
      columns.add(Column.number(text.get("classes.class", abc.name())));
      columns.add(Column.number(text.get("classes.share-of", abc.name())));
    }
    List<Line> lines = new ArrayList<>();
    for (Month month : history.months()) {
      List<Value> values = new ArrayList<>();
      values.add(Value.of(view.choice().monthText(month.place())));
      for (AbcClass abc : BUYERS) {
        values.add(cells.compact(month.part(abc).value()));
        values.add(cells.percent(share(month, abc)));
      }
      lines.add(Line.of(values));
    }
    return chart("contribution", series, columns, lines, true);
  }

  private PanelView chart(
      String id, List<Series> series, List<Column> columns, List<Line> lines, boolean full) {
    List<String> names =
        history.months().stream().map(m -> view.choice().monthText(m.place())).toList();
    CategoryChart chart = CategoryChart.upright(names, series);
    String json = view.context().charts().write(full ? chart.toFull() : chart);
    String label = text.get("chart.label", view.title(id), view.measure(), view.rule());
    DataTable table = new DataTable(view.title(id), columns, lines);
    return view.panel(
        id,
        text.get("classes.by-month", view.measure()),
        List.of(new Block.ChartBlock(json, label, "medium", table)),
        "classes.how." + id);
  }

  private static Colour colour(AbcClass abc) {
    return switch (abc) {
      case A -> Colour.CLASS_A;
      case B -> Colour.CLASS_B;
      case C -> Colour.CLASS_C;
      case D -> Colour.CLASS_D;
    };
  }
}
