package org.quadrille.etl.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the order lines, one file a year, and the service cases that come of them. */
final class SalesWriter {
  /** One row in so many is dirty. */
  private static final double DIRTY = 1 / 200.0;

  private static final DirtKind[] KINDS = DirtKind.values();

  private final Company company;
  private final OrderPlanner planner;
  private final OrderMaker maker;
  private final FollowUps followUps;
  private final ServiceCases cases;
  private final SalesTally tally;
  private final Dice dirtDice;
  private int dirtCount;

  SalesWriter(Company company, ServiceCases cases) {
    this.company = company;
    this.cases = cases;
    planner = new OrderPlanner(company);
    maker = new OrderMaker(company);
    followUps = new FollowUps(company);
    tally = new SalesTally(company);
    dirtDice = company.seed().dice("dirt");
  }

  /** Writes all files into a folder and adds the number of their rows to {@code rows}. */
  SalesTally write(Path folder, Map<String, Long> rows, Consumer<String> progress)
      throws IOException {
    for (int year = 0; year < Days.MONTHS / 12; year++) {
      String name = String.format(Locale.ROOT, "orders-%d.csv", Days.FIRST_YEAR + year);
      OrderFile file = new OrderFile(folder.resolve(name), company.seed().dice("order file", year));
      try (file) {
        for (int month = year * 12; month < year * 12 + 12; month++) {
          writeMonth(month, name, file);
        }
      }
      rows.put(name, file.rows());
      progress.accept(String.format(Locale.ROOT, "%s: %,d rows", name, file.rows()));
    }
    return tally;
  }

  private void writeMonth(int month, String name, OrderFile file) throws IOException {
    List<PlannedOrder> planned = planner.plan(month);
    for (PlannedOrder order : planned) {
      writeFollowUps(order.day(), name, file);
      writeOrder(order, name, file);
    }
    writeFollowUps(Days.monthStart(month) + Days.monthLength(month) - 1, name, file);
  }

  private void writeFollowUps(int day, String name, OrderFile file) throws IOException {
    for (PlannedOrder due = followUps.due(day); due != null; due = followUps.due(day)) {
      writeOrder(due, name, file);
    }
  }

  private void writeOrder(PlannedOrder planned, String name, OrderFile file) throws IOException {
    Order order = maker.make(planned);
    followUps.consider(planned, order);
    long subcategories = 0;
    int lineNo = 0;
    for (Order.Line drawn : order.lines()) {
      lineNo++;
      DirtKind kind = nextDirt();
      Order.Line line = kind == DirtKind.RETURN ? drawn.returned() : drawn;
      file.write(order, lineNo, line, kind);
      tally.line(name, order, line, kind);
      if (SalesTally.kept(kind)) {
        subcategories |= 1L << line.product().subcategory().index();
      }
      if (kind == null) {
        cases.consider(order, lineNo, line);
      }
    }
    tally.order(subcategories);
  }

  /** The kinds take turns, so that there are equally many of each. */
  private @Nullable DirtKind nextDirt() {
    return dirtDice.chance(DIRTY) ? KINDS[dirtCount++ % KINDS.length] : null;
  }

  /** How many later orders each rule brought is known to the follow-ups alone. */
  List<SampleTruth.Sequence> sequences() {
    return followUps.drawn();
  }
}
