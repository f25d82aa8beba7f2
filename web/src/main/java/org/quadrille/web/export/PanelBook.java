package org.quadrille.web.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quadrille.web.export.ExportBook.About;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PageContext;
import org.quadrille.web.page.PageView;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.Messages;
import org.quadrille.web.text.NumberText;

/** Makes a book of the panels of a page: the tables that they show, with the page's filters. */
public final class PanelBook {
  private final Messages text;
  private final PageContext context;
  private final PageView page;
  private final List<ExportTable> tables = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** For a page. */
  public PanelBook(PageContext context, PageView page) {
    this.context = Objects.requireNonNull(context, "context");
    this.page = Objects.requireNonNull(page, "page");
    this.text = context.text();
  }

  /** Whether a panel shows anything that a table can hold. */
  public static boolean hasTables(PanelView panel) {
    return panel.blocks().stream().anyMatch(block -> !tables(block).isEmpty());
  }

  /**
   * A book of tables alone.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static ExportBook of(
      String title, List<About> about, List<DataTable> tables, List<String> notes) {
    return new ExportBook(title, about, tables.stream().map(PanelBook::table).toList(), notes);
  }

  /** Adds a panel. */
  public void add(PanelView panel) {
    for (Block block : panel.blocks()) {
      if (block instanceof Block.TilesBlock tiles) {
        tables.add(tiles(panel.title(), tiles));
      } else if (block instanceof Block.SentenceBlock sentence) {
        notes.add(sentence.text());
      } else if (block instanceof Block.NotesBlock remarks) {
        notes.addAll(remarks.notes());
      } else if (block instanceof Block.PagerBlock pager && part(pager)) {
        notes.add(text.get("export.part", panel.title(), pager.text()));
      }
      for (DataTable table : tables(block)) {
        tables.add(table(table));
      }
    }
  }

  /**
   * The book.
   *
   * @param title of what was asked for
   * @return empty if no panel had a table
   */
  public Optional<ExportBook> book(String title) {
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(new ExportBook(title, about(), tables, notes));
  }

  private static boolean part(Block.PagerBlock pager) {
    return pager.previous() != null || pager.next() != null;
  }

  private static List<DataTable> tables(Block block) {
    if (block instanceof Block.ChartBlock chart) {
      return List.of(chart.table());
    }
    return block instanceof Block.TableBlock table ? List.of(table.table()) : List.of();
  }

  private List<About> about() {
    List<About> about = new ArrayList<>();
    if (!page.subtitle().isEmpty()) {
      about.add(new About(text.get("export.shown"), page.subtitle()));
    }
    Set<String> drilled =
        page.trails().stream().map(PageView.Trail::label).collect(Collectors.toSet());
    for (PageView.Filter filter : page.filters()) {
      if (drilled.contains(filter.label())) {
        continue;
      }
      filter.groups().stream()
          .flatMap(group -> group.options().stream())
          .filter(PageView.Option::selected)
          .findFirst()
          .ifPresent(option -> about.add(new About(filter.label(), option.label())));
    }
    for (PageView.Trail trail : page.trails()) {
      List<String> steps = trail.crumbs().stream().map(PageView.Crumb::caption).toList();
      about.add(new About(trail.label(), String.join(" › ", steps)));
    }
    if (context.query().role() != null) {
      about.add(new About(text.get("export.role"), context.query().role()));
    }
    String source =
        text.get(
            "export.source-value",
            context.catalog().name(),
            context.cube(),
            context.catalog().dataVersion());
    about.add(new About(text.get("export.source"), source));
    return about;
  }

  private static ExportTable table(DataTable table) {
    List<String> heads = table.columns().stream().map(Column::title).toList();
    List<List<ExportCell>> rows = new ArrayList<>(table.lines().size());
    for (Line line : table.lines()) {
      List<ExportCell> row = new ArrayList<>(line.values().size());
      for (int i = 0; i < line.values().size(); i++) {
        row.add(cell(line.values().get(i), table.columns().get(i)));
      }
      rows.add(row);
    }
    return new ExportTable(table.caption(), List.of(heads), 1, rows);
  }

  /** The exact number where the page gives it, else what it shows. */
  private static ExportCell cell(Value value, Column column) {
    DataTable.Exact exact = value.exact();
    if (exact != null) {
      double held = exact.style().held(exact.value());
      if (Double.isFinite(held)) {
        return ExportCell.number(held, exact.style().pattern(held));
      }
    }
    return column.numeric() ? shown(value.text()) : ExportCell.text(value.text());
  }

  private static ExportCell shown(String text) {
    return text.equals(NumberText.NONE)
        ? ExportCell.EMPTY
        : ShownNumber.read(text).orElseGet(() -> ExportCell.text(text));
  }

  private ExportTable tiles(String title, Block.TilesBlock tiles) {
    List<String> heads =
        List.of(
            text.get("export.figure"),
            text.get("export.value"),
            text.get("table.change"),
            text.get("export.comparison"),
            text.get("export.how"));
    List<List<ExportCell>> rows = new ArrayList<>();
    for (Block.Tile tile : tiles.tiles()) {
      rows.add(
          List.of(
              ExportCell.text(tile.label()),
              shown(tile.exact()),
              shown(tile.change()),
              ExportCell.text(tile.comparison()),
              ExportCell.text(tile.how())));
    }
    return new ExportTable(title, List.of(heads), 1, rows);
  }
}
