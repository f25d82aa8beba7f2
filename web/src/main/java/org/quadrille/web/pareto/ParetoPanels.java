package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.Concentration;
import org.quadrille.cubes.analysis.Concentration.LorenzPoint;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.ParetoAnalysis.Pareto;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** The chart with its sentence, the Lorenz curve and the table of the Pareto page. */
final class ParetoPanels {
  private static final int ROWS = 50;

  private final PageContext context;
  private final ParetoChoice choice;
  private final Pareto pareto;
  private final Messages text;
  private final NumberText numbers;

  ParetoPanels(PageContext context, ParetoChoice choice, Pareto pareto) {
    this.context = Objects.requireNonNull(context, "context");
    this.choice = Objects.requireNonNull(choice, "choice");
    this.pareto = Objects.requireNonNull(pareto, "pareto");
    this.text = context.text();
    this.numbers = context.numbers();
  }

  PanelView ranking() {
    Ranking ranking = pareto.ranking();
    boolean grouped = ParetoChart.groups(ranking);
    String json =
        context
            .charts()
            .write(chart().chart(ranking, entry -> grouped ? tablePage(entry) : drill(entry)));
    String sentence = sentence();
    List<String> notes = new ArrayList<>();
    int outside = ranking.count(AbcClass.D);
    if (outside > 0) {
      String sum = numbers.compact(ranking.sum(AbcClass.D));
      notes.add(text.get("pareto.outside", numbers.whole(outside), sum));
    }
    if (ranking.empty() > 0) {
      notes.add(text.get("pareto.no-value", numbers.whole(ranking.empty())));
    }
    if (grouped) {
      notes.add(text.get("pareto.grouped"));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence));
    blocks.add(new Block.ChartBlock(json, sentence, "large", classTable()));
    if (!notes.isEmpty()) {
      blocks.add(new Block.NotesBlock(notes));
    }
    return panel("ranking", blocks, List.of(text.get("pareto.how"), text.get("pareto.how.line")));
  }

  private String sentence() {
    Ranking ranking = pareto.ranking();
    String few = numbers.whole(ranking.count(AbcClass.A));
    String all = numbers.whole(ranking.ranked().size());
    String part = numbers.percent(ranking.vitalFew());
    String share = numbers.percent(ranking.share(AbcClass.A));
    String measure = measureName();
    Optional<String> noun = choice.noun();
    return noun.isPresent()
        ? text.get("pareto.sentence", few, all, noun.get(), part, share, measure)
        : text.get(
            "pareto.sentence.level", few, all, pareto.level().caption(), part, share, measure);
  }

  /** What people call a measure with a role within a sentence; else its caption. */
  private String measureName() {
    String role = pareto.measure().annotations().get(CubeRoles.ANNOTATION);
    return role == null
        ? pareto.measure().caption()
        : text.find("measure." + role.strip()).orElse(pareto.measure().caption());
  }

  private ParetoChart chart() {
    return new ParetoChart(text, numbers, pareto.measure().caption());
  }

  private String drill(Ranking.Entry entry) {
    return choice.drill(entry.item().key()).toString();
  }

  private String tablePage(Ranking.Entry entry) {
    int page = pareto.ranking().entries().indexOf(entry) / ROWS + 1;
    return page(page) + "#panel-table";
  }

  private Address page(int page) {
    return context.here().with("page", page == 1 ? null : String.valueOf(page));
  }

  private DataTable classTable() {
    List<Column> columns =
        List.of(
            Column.text(text.get("table.class")),
            Column.number(text.get("table.count")),
            Column.number(pareto.measure().caption()),
            Column.number(text.get("table.share")));
    List<Line> lines = new ArrayList<>();
    for (AbcClass abc : AbcClass.values()) {
      lines.add(
          Line.of(
              List.of(
                  classValue(abc),
                  Value.of(numbers.whole(pareto.ranking().count(abc))),
                  Value.of(numbers.compact(pareto.ranking().sum(abc))),
                  Value.of(numbers.percent(pareto.ranking().share(abc))))));
    }
    return new DataTable(text.get("pareto.classes"), columns, lines);
  }

  private static Value classValue(AbcClass abc) {
    return new Value(abc.name(), null, abc.name().toLowerCase(Locale.ROOT));
  }

  PanelView lorenz() {
    Concentration concentration = pareto.concentration();
    String gini = numbers.decimal(concentration.gini(), 2);
    List<Column> columns =
        List.of(
            Column.number(text.get("lorenz.members")),
            Column.number(text.get("lorenz.value", pareto.measure().caption())));
    List<Line> lines = new ArrayList<>();
    List<LorenzPoint> points = concentration.lorenz();
    int step = Math.max(1, (points.size() - 1) / 10);
    for (int i = 0; i < points.size(); i += step) {
      LorenzPoint point = points.get(i);
      lines.add(
          Line.of(
              List.of(
                  Value.of(numbers.percent(point.members())),
                  Value.of(numbers.percent(point.value())))));
    }
    DataTable table = new DataTable(text.get("panel.pareto.lorenz"), columns, lines);
    String json = context.charts().write(chart().lorenz(concentration));
    String label = text.get("lorenz.label", gini);
    List<String> notes =
        List.of(
            text.get("lorenz.top-ten", numbers.percent(concentration.topTen())),
            text.get("lorenz.herfindahl", numbers.decimal(concentration.herfindahl(), 4)));
    List<Block> blocks =
        List.of(
            new Block.SentenceBlock(text.get("lorenz.gini", gini)),
            new Block.ChartBlock(json, label, "square", table),
            new Block.NotesBlock(notes));
    return panel("lorenz", blocks, List.of(text.get("lorenz.how"), text.get("lorenz.how.gini")));
  }

  PanelView table() {
    List<Ranking.Entry> entries = pareto.ranking().entries();
    int pages = Math.max(1, (entries.size() + ROWS - 1) / ROWS);
    int page = Math.min(pages, Math.max(1, pageNumber()));
    int from = (page - 1) * ROWS;
    int to = Math.min(entries.size(), from + ROWS);
    List<Line> lines = new ArrayList<>();
    for (Ranking.Entry entry : entries.subList(from, to)) {
      boolean outside = entry.abc() == AbcClass.D;
      lines.add(
          Line.of(
              List.of(
                  Value.link(entry.item().caption(), drill(entry)),
                  Value.of(outside ? NumberText.NONE : numbers.whole(entry.rank())),
                  Value.of(numbers.decimal(entry.item().value(), places())),
                  Value.of(outside ? NumberText.NONE : numbers.percent(entry.share())),
                  Value.of(outside ? NumberText.NONE : numbers.percent(entry.cumulative())),
                  classValue(entry.abc()))));
    }
    List<Column> columns =
        List.of(
            Column.text(pareto.level().caption()),
            Column.number(text.get("table.rank")),
            Column.number(pareto.measure().caption()),
            Column.number(text.get("table.share")),
            Column.number(text.get("table.cumulative")),
            Column.text(text.get("table.class")));
    String caption =
        text.get(
            "pager.rows",
            numbers.whole(from + 1),
            numbers.whole(to),
            numbers.whole(entries.size()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(new DataTable(caption, columns, lines), false));
    String previous = page > 1 ? page(page - 1) + "#panel-table" : null;
    String next = page < pages ? page(page + 1) + "#panel-table" : null;
    blocks.add(new Block.PagerBlock(caption, previous, next));
    return panel("table", blocks, List.of(text.get("pareto.how.table")));
  }

  /** Whole numbers where the measure's format has no decimals. */
  private int places() {
    String format = pareto.measure().formatString();
    return format != null && format.contains("0.0") ? 2 : 0;
  }

  private int pageNumber() {
    String page = context.request().parameter("page");
    return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
  }

  private PanelView panel(String id, List<Block> blocks, List<String> how) {
    List<String> all = new ArrayList<>();
    Optional.ofNullable(pareto.measure().description()).ifPresent(all::add);
    all.addAll(how);
    String subtitle =
        text.get(
            "pareto.subtitle",
            pareto.level().caption(),
            pareto.measure().caption(),
            choice.scope().periodText());
    return new PanelView(
        text.get("panel.pareto." + id), subtitle, blocks, all, choice.scope().reader().asked());
  }
}
