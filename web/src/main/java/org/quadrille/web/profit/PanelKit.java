package org.quadrille.web.profit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.AbcClass;
import org.quadrille.web.chart.Chart;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.Cells;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** What all panels of the page are made with: texts, numbers, pages of long tables. */
final class PanelKit {
  /** Rows of a page of a table. */
  static final int ROWS = 15;

  private final PageContext context;
  private final ProfitChoice choice;

  PanelKit(PageContext context, ProfitChoice choice) {
    this.context = Objects.requireNonNull(context, "context");
    this.choice = Objects.requireNonNull(choice, "choice");
  }

  PageContext context() {
    return context;
  }

  ProfitChoice choice() {
    return choice;
  }

  NumberText numbers() {
    return context.numbers();
  }

  Cells cells() {
    return context.cells();
  }

  Messages text() {
    return context.text();
  }

  /** A text of the page. */
  String say(String key, Object... arguments) {
    return context.text().get("profit." + key, arguments);
  }

  String title(String id) {
    return context.text().get("panel.profit." + id);
  }

  /** Period and what it is compared with. */
  String compared() {
    return context
        .text()
        .get("scope.subtitle", choice.scope().periodText(), choice.scope().comparisonText());
  }

  PanelView panel(String id, String subtitle, List<Block> blocks, String... how) {
    List<String> paragraphs = new ArrayList<>();
    for (String key : how) {
      paragraphs.add(say(key));
    }
    return new PanelView(title(id), subtitle, blocks, paragraphs, choice.scope().reader().asked());
  }

  PanelView empty(String id) {
    return PanelView.empty(title(id), context.text().get("panel.empty"));
  }

  Block chart(String id, Chart chart, String size, DataTable table) {
    String label =
        context.text().get("chart.label", title(id), title(id), choice.scope().periodText());
    return new Block.ChartBlock(context.charts().write(chart), label, size, table);
  }

  /** Money in full. */
  Value money(double amount) {
    return cells().whole(amount);
  }

  Value percent(double share) {
    return cells().percent(share);
  }

  /** A change in money, marked as rise or fall. */
  Value change(double difference) {
    return cells().signedCompact(difference).changing(difference);
  }

  Value grade(@Nullable AbcClass grade) {
    return grade == null
        ? Value.of(NumberText.NONE)
        : new Value(grade.name(), null, grade.name().toLowerCase(java.util.Locale.ROOT));
  }

  String date(@Nullable LocalDate date) {
    if (date == null) {
      return NumberText.NONE;
    }
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(context.text().language().locale())
        .format(date);
  }

  /** A part of a long list with the links to the other parts. */
  record Cut<T>(List<T> rows, List<Block> pager) {}

  /** The page of a list that the address asks for. */
  <T> Cut<T> cut(String id, List<T> all) {
    int pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
    int page = Math.min(pages, page(id));
    int from = (page - 1) * ROWS;
    int to = Math.min(all.size(), from + ROWS);
    List<Block> pager = new ArrayList<>();
    if (pages > 1) {
      String rows =
          context
              .text()
              .get(
                  "pager.rows",
                  numbers().whole(from + 1),
                  numbers().whole(to),
                  numbers().whole(all.size()));
      pager.add(
          new Block.PagerBlock(
              rows,
              page > 1 ? pageAddress(id, page - 1) : null,
              page < pages ? pageAddress(id, page + 1) : null));
    }
    return new Cut<>(all.subList(from, to), pager);
  }

  /** The number of the page of a list, from 1. */
  int page(String id) {
    String page = context.request().parameter(parameter(id));
    return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
  }

  String pageAddress(String id, int page) {
    return context.here().with(parameter(id), page == 1 ? null : String.valueOf(page))
        + "#panel-"
        + id;
  }

  private static String parameter(String id) {
    return id + "-page";
  }
}
