package org.quadrille.etl.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order lines of one year, clean and dirty. */
final class OrderFile implements Closeable {
  private static final List<String> BAD_DATES = List.of("-02-30", "-13-01", "-1-32");
  private static final List<String> BAD_QUANTITIES = List.of("twelve", "12 pcs", "n/a");

  /** A line that will come again further down. */
  private record Repeated(Order order, int lineNo, Order.Line line, long atRow) {}

  private final CsvOut out;
  private final Dice dice;
  private final Deque<Repeated> repeated = new ArrayDeque<>();
  private long oddities;

  OrderFile(Path file, Dice dice) throws IOException {
    this.dice = dice;
    out =
        new CsvOut(
            file,
            ',',
            StandardCharsets.UTF_8,
            "order_id",
            "line_no",
            "order_date",
            "customer_id",
            "sku",
            "employee_id",
            "channel_id",
            "promotion_id",
            "quantity",
            "unit_price",
            "discount",
            "amount",
            "cost");
  }

  /**
   * Writes a line with the fault given; {@link DirtKind#DUPLICATE_LINE} writes it now and again
   * later.
   */
  void write(Order order, int lineNo, Order.Line line, @Nullable DirtKind dirt) throws IOException {
    if (dirt == DirtKind.DUPLICATE_LINE) {
      put(order, lineNo, line, null);
      long atRow = out.rows() + dice.between(3, 60);
      repeated.add(new Repeated(order, lineNo, line, atRow));
    } else {
      put(order, lineNo, line, dirt);
    }
    while (!repeated.isEmpty() && repeated.peek().atRow() <= out.rows()) {
      repeat(repeated.remove());
    }
  }

  private void repeat(Repeated again) throws IOException {
    put(again.order(), again.lineNo(), again.line(), null);
  }

  private void put(Order order, int lineNo, Order.Line line, @Nullable DirtKind dirt)
      throws IOException {
    int odd = dirt == null ? 0 : (int) (oddities++ % 3);
    boolean missing = dirt == DirtKind.MISSING_KEY;
    boolean text = dirt == DirtKind.TEXT_IN_NUMBER;
    out.text(missing && odd == 0 ? "" : Long.toString(order.id()));
    out.text(missing && odd == 1 ? "" : Integer.toString(lineNo));
    out.text(dirt == DirtKind.BAD_DATE ? badDate(order, odd) : Days.iso(order.day()));
    out.text(
        dirt == DirtKind.UNKNOWN_CUSTOMER ? "X" + order.id() % 100_000 : order.customer().id());
    out.text(missing && odd == 2 ? "" : sku(line, dirt));
    out.text(order.employee().id());
    out.text(order.channel());
    out.text(line.promotion().id());
    out.text(text && odd > 0 ? BAD_QUANTITIES.get(odd) : Integer.toString(line.quantity()));
    if (text && odd == 0) {
      out.text(line.unitPrice() / 100 + ",5O");
    } else {
      out.money(line.unitPrice());
    }
    out.money(line.discount());
    boolean wrong = dirt == DirtKind.WRONG_AMOUNT;
    out.money(wrong ? line.amount() + dice.between(5, 90_000) : line.amount());
    out.money(line.cost());
    out.end();
  }

  private static String badDate(Order order, int odd) {
    return Days.date(order.day()).getYear() + BAD_DATES.get(odd);
  }

  private static String sku(Order.Line line, @Nullable DirtKind dirt) {
    String sku = line.product().sku();
    return dirt == DirtKind.UNKNOWN_PRODUCT ? "Z" + sku.substring(1) + "X" : sku;
  }

  long rows() {
    return out.rows();
  }

  /** Writes the repetitions that are still to come, then closes. */
  @Override
  public void close() throws IOException {
    while (!repeated.isEmpty()) {
      repeat(repeated.remove());
    }
    out.close();
  }
}
