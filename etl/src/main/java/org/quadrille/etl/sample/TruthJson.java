package org.quadrille.etl.sample;

import java.util.List;
import java.util.Map;

/** Writes {@link SampleTruth} as JSON, indented, in a fixed sequence of keys. */
final class TruthJson {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private TruthJson() {}

  static String of(SampleTruth truth) {
    TruthJson json = new TruthJson();
    json.object(
        () -> {
          json.entry("seed", truth.seed());
          json.entry("scale", truth.scale());
          json.entry("rows", truth.rows());
          json.entry("dirtyRows", truth.dirtyRows());
          json.entry("rejected", truth.rejected());
          json.entry("loaded", truth.loaded());
          json.entry("loadedByYear", truth.loadedByYear());
          json.entry("loadedByCategory", truth.loadedByCategory());
          json.entry("orders", truth.orders());
          json.entry("buyingCustomers", truth.buyingCustomers());
          json.entry("topFifthShare", truth.topFifthShare());
          json.entry("customersByKind", truth.customersByKind());
          json.entry("baskets", truth.baskets());
          json.entry("sequences", truth.sequences());
          json.entry("bids", truth.bidsWonAgainst());
        });
    return json.out.append('\n').toString();
  }

  private void entry(String key, Object value) {
    if (out.charAt(out.length() - 1) != '{') {
      out.append(',');
    }
    newLine();
    text(key);
    out.append(": ");
    value(value);
  }

  private void object(Runnable entries) {
    out.append('{');
    depth++;
    entries.run();
    depth--;
    newLine();
    out.append('}');
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      object(() -> map.forEach((k, v) -> entry(k.toString(), v)));
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof SampleTruth.Totals totals) {
      object(
          () -> {
            entry("rows", totals.rows());
            entry("quantity", totals.quantity());
            entry("amount", totals.amount());
            entry("cost", totals.cost());
            entry("discount", totals.discount());
          });
    } else if (value instanceof SampleTruth.Basket rule) {
      object(
          () -> {
            entry("antecedent", rule.antecedent());
            entry("consequent", rule.consequent());
            entry("planted", rule.planted());
            entry("antecedentOrders", rule.antecedentOrders());
            entry("bothOrders", rule.bothOrders());
            entry("confidence", rule.confidence());
            entry("lift", rule.lift());
          });
    } else if (value instanceof SampleTruth.Sequence rule) {
      object(
          () -> {
            entry("antecedent", rule.antecedent());
            entry("consequent", rule.consequent());
            entry("planted", rule.planted());
            entry("daysFrom", rule.daysFrom());
            entry("daysTo", rule.daysTo());
            entry("drawn", rule.drawn());
          });
    } else if (value instanceof SampleTruth.WonLost bids) {
      object(
          () -> {
            entry("won", bids.won());
            entry("lost", bids.lost());
          });
    } else if (value instanceof Number) {
      out.append(value);
    } else {
      text(value.toString());
    }
  }

  private void array(List<?> list) {
    out.append('[');
    depth++;
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ",");
      newLine();
      value(list.get(i));
    }
    depth--;
    newLine();
    out.append(']');
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(depth));
  }

  /** Keys and ids of the sample hold nothing but quotes and backslashes that must be escaped. */
  private void text(String text) {
    out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
