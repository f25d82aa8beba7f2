package org.quadrille.etl.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is written into the order files while it is written. */
final class SalesTally {
  private static final class Sums {
    private long rows;
    private long quantity;
    private long amount;
    private long cost;
    private long discount;

    void add(Order.Line line) {
      rows++;
      quantity += line.quantity();
      amount += line.amount();
      cost += line.cost();
      discount += line.discount();
    }

    SampleTruth.Totals totals() {
      return new SampleTruth.Totals(
          rows,
          quantity,
          BigDecimal.valueOf(amount, 2),
          BigDecimal.valueOf(cost, 2),
          BigDecimal.valueOf(discount, 2));
    }
  }

  private final List<Affinity> baskets;
  private final Sums all = new Sums();
  private final Map<String, Sums> byYear = new LinkedHashMap<>();
  private final Map<String, Sums> byCategory = new LinkedHashMap<>();
  private final Map<String, Map<DirtKind, Long>> dirt = new LinkedHashMap<>();
  private final long[] amounts;
  private final boolean[] bought;
  private final int[] firstOrder;
  private final long[] ordersWith = new long[Long.SIZE];
  private final long[] ordersWithBoth;
  private long orders;

  SalesTally(Company company) {
    baskets =
        Affinity.readAll(company.assortment()).stream()
            .filter(a -> a.kind() == Affinity.Kind.BASKET)
            .toList();
    for (Category category : company.assortment().categories()) {
      byCategory.put(category.name().en(), new Sums());
    }
    int customers = company.customers().size();
    amounts = new long[customers];
    bought = new boolean[customers];
    firstOrder = new int[customers];
    Arrays.fill(firstOrder, Integer.MAX_VALUE);
    ordersWithBoth = new long[baskets.size()];
  }

  /** A line as it was written; a duplicate counts as one good row and one dirty row. */
  void line(String file, Order order, Order.Line line, @Nullable DirtKind kind) {
    int customer = order.customer().index();
    firstOrder[customer] = Math.min(firstOrder[customer], order.day());
    if (kind != null) {
      dirt.computeIfAbsent(file, f -> new EnumMap<>(DirtKind.class)).merge(kind, 1L, Long::sum);
    }
    if (!kept(kind)) {
      return;
    }
    all.add(line);
    String year = Integer.toString(Days.date(order.day()).getYear());
    byYear.computeIfAbsent(year, y -> new Sums()).add(line);
    sums(line).add(line);
    if (kind != DirtKind.UNKNOWN_CUSTOMER) {
      amounts[customer] += line.amount();
      bought[customer] = true;
    }
  }

  private Sums sums(Order.Line line) {
    return byCategory.computeIfAbsent(
        line.product().subcategory().category().name().en(), c -> new Sums());
  }

  /** Whether a good row of the line is in the file. */
  static boolean kept(@Nullable DirtKind kind) {
    return kind == null || kind.loaded() || kind == DirtKind.DUPLICATE_LINE;
  }

  /** An order with the subcategories of its kept lines as bits. */
  void order(long subcategories) {
    if (subcategories == 0) {
      return;
    }
    orders++;
    for (long rest = subcategories; rest != 0; rest &= rest - 1) {
      ordersWith[Long.numberOfTrailingZeros(rest)]++;
    }
    for (int i = 0; i < baskets.size(); i++) {
      long both =
          1L << baskets.get(i).antecedent().index() | 1L << baskets.get(i).consequent().index();
      if ((subcategories & both) == both) {
        ordersWithBoth[i]++;
      }
    }
  }

  SampleTruth.Totals loaded() {
    return all.totals();
  }

  Map<String, SampleTruth.Totals> loadedByYear() {
    return totals(byYear);
  }

  Map<String, SampleTruth.Totals> loadedByCategory() {
    return totals(byCategory);
  }

  private static Map<String, SampleTruth.Totals> totals(Map<String, Sums> sums) {
    Map<String, SampleTruth.Totals> totals = new LinkedHashMap<>();
    sums.forEach((key, value) -> totals.put(key, value.totals()));
    return totals;
  }

  Map<String, Map<String, Long>> dirtyRows() {
    Map<String, Map<String, Long>> rows = new LinkedHashMap<>();
    dirt.forEach(
        (file, kinds) -> {
          Map<String, Long> counts = new LinkedHashMap<>();
          kinds.forEach((kind, count) -> counts.put(kind.id(), count));
          rows.put(file, counts);
        });
    return rows;
  }

  long orders() {
    return orders;
  }

  long buyingCustomers() {
    long count = 0;
    for (boolean has : bought) {
      count += has ? 1 : 0;
    }
    return count;
  }

  /** Day of the first order, {@link Integer#MAX_VALUE} where there is none. */
  int firstOrder(Customer customer) {
    return firstOrder[customer.index()];
  }

  double topFifthShare() {
    long[] sorted = amounts.clone();
    Arrays.sort(sorted);
    int top = (int) StrictMath.round(buyingCustomers() * 0.2);
    double best = 0;
    double total = 0;
    for (int i = 0; i < sorted.length; i++) {
      total += sorted[i];
      best += i >= sorted.length - top ? sorted[i] : 0;
    }
    return total == 0 ? 0 : best / total;
  }

  List<SampleTruth.Basket> baskets() {
    List<SampleTruth.Basket> measured = new ArrayList<>();
    for (int i = 0; i < baskets.size(); i++) {
      Affinity rule = baskets.get(i);
      long antecedent = ordersWith[rule.antecedent().index()];
      double confidence = antecedent == 0 ? 0 : ordersWithBoth[i] / (double) antecedent;
      double share = ordersWith[rule.consequent().index()] / (double) Math.max(1, orders);
      measured.add(
          new SampleTruth.Basket(
              rule.antecedent().id(),
              rule.consequent().id(),
              rule.probability(),
              antecedent,
              ordersWithBoth[i],
              confidence,
              share == 0 ? 0 : confidence / share));
    }
    return measured;
  }
}
