package org.quadrille.web.pareto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.cubes.analysis.DimensionRole;
import org.quadrille.cubes.analysis.Ranking;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.ranking.CategoryLeaders;
import org.quadrille.cubes.ranking.CategoryLeaders.Category;
import org.quadrille.cubes.ranking.CategoryLeaders.Champion;
import org.quadrille.web.chart.CategoryChart;
import org.quadrille.web.chart.Colour;
import org.quadrille.web.chart.Series;
import org.quadrille.web.chart.Series.Mark;
import org.quadrille.web.chart.ValueFormat;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** The vital few of each product category, and the hidden champions. */
final class CategoryPanels {
  /** More hidden champions than this are told by number only. */
  private static final int MOST = 30;

  private final ParetoView view;
  private final Messages text;
  private final NumberText numbers;
  private final Cells cells;
  private final CategoryLeaders leaders;
  private final String categoryCaption;

  private CategoryPanels(ParetoView view, LevelInfo category) {
    this.view = Objects.requireNonNull(view, "view");
    this.text = view.text();
    this.numbers = view.numbers();
    this.cells = view.cells();
    this.categoryCaption = category.caption();
    ParetoChoice choice = view.choice();
    this.leaders =
        CategoryLeaders.read(
            choice.scope().reader(),
            choice.time(),
            choice.level().uniqueName(),
            category.uniqueName(),
            choice.measure().uniqueName(),
            choice.scope().slice(),
            choice.span(),
            choice.settings().cut(),
            view.chain());
  }

  /** Empty where the cube has no products, or products are what is ranked. */
  static Optional<CategoryPanels> of(ParetoView view) {
    return category(view.choice()).map(level -> new CategoryPanels(view, level));
  }

  /** The level of the categories; empty where there is none beside what is ranked. */
  static Optional<LevelInfo> category(ParetoChoice choice) {
    if (choice.scope().reader().roles().dimension(DimensionRole.PRODUCT).isEmpty()) {
      return Optional.empty();
    }
    HierarchyInfo products = choice.scope().reader().roles().needHierarchy(DimensionRole.PRODUCT);
    if (products.uniqueName().equals(choice.hierarchy().uniqueName())) {
      return Optional.empty();
    }
    return products.levels().stream().filter(l -> !l.type().equalsIgnoreCase("ALL")).findFirst();
  }

  PanelView categories() {
    List<String> names = new ArrayList<>();
    List<Mark> shares = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Category category : leaders.categories()) {
      Ranking ranking = category.ranking();
      String address = view.choice().scope().drill(category.member()).toString();
      names.add(category.member().caption());
      shares.add(Mark.of(ranking.vitalFew(), address));
      lines.add(
          Line.of(
              List.of(
                  Value.link(category.member().caption(), address),
                  cells.whole(ranking.ranked().size()),
                  cells.whole(ranking.count(AbcClass.A)),
                  cells.percent(ranking.vitalFew()),
                  cells.percent(ranking.share(AbcClass.A)),
                  cells.compact(ranking.total()),
                  cells.whole(champions(category)))));
    }
    List<Column> columns =
        List.of(
            Column.text(categoryCaption),
            Column.number(text.get("categories.buyers")),
            Column.number(text.get("chain.few")),
            Column.number(text.get("categories.part")),
            Column.number(text.get("categories.share")),
            Column.number(view.measure()),
            Column.number(text.get("categories.champions")));
    DataTable table = new DataTable(text.get("panel.pareto.categories"), columns, lines);
    String label = text.get("categories.label");
    Series series = Series.of(label, Series.Kind.BAR, Colour.CLASS_A, ValueFormat.PERCENT, shares);
    String json = view.context().charts().write(CategoryChart.lying(names, List.of(series)));
    List<Block> blocks =
        List.of(
            new Block.ChartBlock(json, label, "small", table),
            new Block.TableBlock(table, false),
            new Block.NotesBlock(List.of(RankTexts.cut(view))));
    return view.panel("categories", blocks, List.of(text.get("categories.how")));
  }

  private long champions(Category category) {
    return leaders.champions().stream().filter(c -> c.category().equals(category.member())).count();
  }

  PanelView champions() {
    List<Champion> champions = leaders.champions();
    if (champions.isEmpty()) {
      return view.panel(
          "champions",
          List.of(new Block.SentenceBlock(text.get("champions.none"))),
          List.of(text.get("champions.how")));
    }
    Map<String, Ranking.Entry> overall = new HashMap<>();
    view.chain()
        .stages()
        .get(0)
        .ranking()
        .entries()
        .forEach(entry -> overall.put(entry.item().key(), entry));
    List<Line> lines = champions.stream().limit(most()).map(c -> line(c, overall)).toList();
    List<Column> columns =
        List.of(
            Column.text(view.choice().level().caption()),
            Column.text(categoryCaption),
            Column.number(text.get("champions.rank")),
            Column.number(text.get("champions.value")),
            Column.number(text.get("champions.share")),
            Column.number(text.get("champions.overall")),
            Column.text(text.get("table.class")));
    long members = champions.stream().map(c -> c.entry().item().key()).distinct().count();
    String sentence = text.get("champions.sentence", numbers.whole(members), view.noun());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.SentenceBlock(sentence));
    blocks.add(new Block.TableBlock(new DataTable(sentence, columns, lines), false));
    if (champions.size() > most()) {
      blocks.add(
          new Block.NotesBlock(
              List.of(text.get("list.cut", numbers.whole(MOST), numbers.whole(champions.size())))));
    }
    return view.panel("champions", blocks, List.of(text.get("champions.how")));
  }

  private int most() {
    return view.context().allRows() ? Integer.MAX_VALUE : MOST;
  }

  private Line line(Champion champion, Map<String, Ranking.Entry> overall) {
    Ranking.Entry entry = champion.entry();
    Ranking.Entry among = overall.get(entry.item().key());
    String drill = view.choice().scope().drill(champion.category()).toString();
    return Line.of(
        List.of(
            Value.link(
                among == null ? entry.item().caption() : among.item().caption(),
                view.drill(entry.item().key())),
            Value.link(champion.category().caption(), drill),
            cells.whole(entry.rank()),
            cells
                .decimal(entry.item().value(), view.places())
                .opening(view.choice().rows(entry.item().key(), champion.category())),
            cells.percent(entry.share()),
            among == null ? Value.of(NumberText.NONE) : cells.whole(among.rank()),
            among == null ? Value.of("") : RankingPanel.classValue(among.abc())));
  }
}
