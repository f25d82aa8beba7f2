package org.quadrille.etl.sample;

import java.util.List;

/** An order with its lines; {@code id} is the year times 100,000,000 plus a running number. */
record Order(
    long id, int day, Customer customer, Employee employee, String channel, List<Line> lines) {
  Order {
    lines = List.copyOf(lines);
  }

  /** An order line; amounts in hundredths of CNY. */
  record Line(
      Product product,
      Promotion promotion,
      int quantity,
      long unitPrice,
      long discount,
      long cost) {
    long amount() {
      return quantity * unitPrice - discount;
    }

    /** The same goods sent back: everything but the price with the other sign. */
    Line returned() {
      return new Line(product, promotion, -quantity, unitPrice, -discount, -cost);
    }
  }
}
