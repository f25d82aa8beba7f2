package org.quadrille.web.profit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.analysis.FactRows;
import org.quadrille.cubes.analysis.MeasureRole;
import org.quadrille.cubes.analysis.Slice;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.web.page.Block;
import org.quadrille.web.page.DataTable;
import org.quadrille.web.page.DataTable.Column;
import org.quadrille.web.page.DataTable.Line;
import org.quadrille.web.page.DataTable.Value;
import org.quadrille.web.page.PanelView;
import org.quadrille.web.text.NumberText;

/** The order lines behind what is looked at. */
final class OrdersPanel {
  private static final int ROWS = 50;

  private final PanelKit kit;

  OrdersPanel(PanelKit kit) {
    this.kit = Objects.requireNonNull(kit, "kit");
  }

  PanelView panel() {
    CubeRoles roles = kit.choice().scope().reader().roles();
    MeasureInfo sales = roles.needMeasure(MeasureRole.SALES);
    Optional<MeasureInfo> orders = roles.measure(MeasureRole.ORDERS);
    List<MeasureInfo> shown =
        Stream.of(
                orders,
                roles.measure(MeasureRole.QUANTITY),
                Optional.of(sales),
                roles.measure(MeasureRole.COST))
            .flatMap(Optional::stream)
            .toList();
    Slice slice = kit.choice().scope().sliceWithPeriod();
    int page = kit.page("orders");
    FactRows.Page facts =
        new FactRows(kit.choice().scope().reader(), slice)
            .read(sales, shown, (page - 1) * ROWS, ROWS);
    if (facts.rows().rows().isEmpty()) {
      return kit.empty("orders");
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.TableBlock(table(facts, orders), false));
    boolean more = facts.rows().cut();
    if (page > 1 || more) {
      int first = (page - 1) * ROWS + 1;
      String text =
          kit.say(
              "orders.rows",
              kit.numbers().whole(first),
              kit.numbers().whole(first + facts.rows().rows().size() - 1));
      blocks.add(
          new Block.PagerBlock(
              text,
              page > 1 ? kit.pageAddress("orders", page - 1) : null,
              more ? kit.pageAddress("orders", page + 1) : null));
    }
    return kit.panel("orders", kit.choice().scope().periodText(), blocks, "orders.how");
  }

  private DataTable table(FactRows.Page facts, Optional<MeasureInfo> orders) {
    List<Column> columns = new ArrayList<>();
    List<RowSet.Column> described = facts.rows().columns();
    for (int i = 0; i < described.size(); i++) {
      boolean order = isOrder(described.get(i), orders);
      String caption = order ? kit.say("order") : facts.captions().get(i);
      columns.add(number(described.get(i)) ? Column.number(caption) : Column.text(caption));
    }
    List<Line> lines = new ArrayList<>();
    for (List<@Nullable Object> row : facts.rows().rows()) {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        values.add(value(row.get(i), described.get(i), isOrder(described.get(i), orders)));
      }
      lines.add(Line.of(values));
    }
    return new DataTable(kit.title("orders"), columns, lines);
  }

  private static boolean isOrder(RowSet.Column column, Optional<MeasureInfo> orders) {
    return orders.filter(measure -> measure.uniqueName().equals(column.name())).isPresent();
  }

  private static boolean number(RowSet.Column column) {
    return column.name().startsWith("[Measures]");
  }

  private Value value(@Nullable Object value, RowSet.Column column, boolean order) {
    if (value == null) {
      return Value.of(NumberText.NONE);
    }
    if (order || !(value instanceof Number number) || !number(column)) {
      return Value.of(value.toString());
    }
    boolean whole = column.type() == RowSet.Type.INTEGER;
    return kit.cells().decimal(number.doubleValue(), whole ? 0 : 2);
  }
}
