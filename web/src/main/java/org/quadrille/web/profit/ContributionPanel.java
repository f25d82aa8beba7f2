package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.quadrille.cubes.analysis.Contribution;
import org.quadrille.cubes.analysis.CustomerBook;
import org.quadrille.cubes.analysis.CustomerBook.Customer;
import org.quadrille.cubes.result.ResultMember;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;

/** Every customer's contribution since the first order and by year. */
final class ContributionPanel {
  /** Years that a table has room for; the latest are shown. */
  private static final int YEARS = 5;

  private final PanelKit kit;
  private final CustomerBook book;

  ContributionPanel(PanelKit kit, CustomerBook book) {
    this.kit = Objects.requireNonNull(kit, "kit");
    this.book = Objects.requireNonNull(book, "book");
  }

  PanelView panel() {
    List<Customer> sorted =
        book.customers().stream()
            .sorted(
                Comparator.comparingDouble((Customer c) -> c.all().profitOrZero())
                    .reversed()
                    .thenComparing(c -> c.member().uniqueName()))
            .toList();
    PanelKit.Cut<Customer> cut = kit.cut("contributions", sorted);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(values(book.total(), true), true));
    cut.rows().forEach(customer -> lines.add(Line.of(values(customer, false))));
    DataTable table = new DataTable(kit.title("contributions"), columns(), lines);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(table, false));
    blocks.addAll(cut.pager());
    List<String> notes = new ArrayList<>();
    notes.add(kit.say("contributions.reach", book.years().get(0).caption()));
    if (!book.dated()) {
      notes.add(kit.say("contributions.no-dates"));
    }
    blocks.add(new Block.NotesBlock(notes));
    return kit.panel(
        "contributions", kit.say("contributions.order"), blocks, "contributions.how", "list.how");
  }

  private int firstYear() {
    return Math.max(0, book.years().size() - YEARS);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(kit.text().get("dimension.customer")));
    if (book.dated()) {
      columns.add(Column.text(kit.say("first-order")));
    }
    columns.add(Column.number(kit.say("since-first")));
    columns.add(Column.number(kit.say("rate")));
    for (ResultMember year : book.years().subList(firstYear(), book.years().size())) {
      columns.add(Column.number(kit.say("profit-of", year.caption())));
    }
    if (book.years().size() > 1) {
      columns.add(Column.number(kit.say("year-change")));
    }
    return columns;
  }

  private List<Value> values(Customer customer, boolean total) {
    List<Value> values = new ArrayList<>();
    values.add(
        total
            ? Value.of(kit.say("total"))
            : Value.link(customer.member().caption(), kit.choice().orders(customer.member())));
    if (book.dated()) {
      values.add(Value.of(total ? "" : kit.date(customer.firstOrder())));
    }
    values.add(kit.money(customer.all().profit()));
    values.add(kit.percent(customer.all().rate()));
    List<Contribution> years = customer.byYear().subList(firstYear(), book.years().size());
    years.forEach(year -> values.add(kit.money(year.profit())));
    if (book.years().size() > 1) {
      Contribution now = years.get(years.size() - 1);
      Contribution before = years.get(years.size() - 2);
      values.add(
          now.present() || before.present()
              ? kit.change(now.profitOrZero() - before.profitOrZero())
              : Value.of("–"));
    }
    return values;
  }
}
