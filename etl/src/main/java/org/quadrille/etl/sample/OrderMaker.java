package org.quadrille.etl.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fills a planned order: products, prices, discounts, who took it and by which channel. */
final class OrderMaker {
  /** An order has one line and on average so many more. */
  private static final double FURTHER_LINES = 1.75;

  /** The same for orders that follow from an earlier one. */
  private static final double FURTHER_LINES_OF_FOLLOWER = 0.6;

  /** How often a line is one of the customer's usual products. */
  private static final double HABIT = 0.6;

  private static final int HABITS_PER_CATEGORY = 4;

  /** Chance that another one than the customer's own employee takes the order. */
  private static final double OTHER_EMPLOYEE = 0.08;

  private static final double QUANTITY_NOISE = 0.35;

  private final Company company;
  private final List<Affinity> baskets;
  private final List<Weights> tastes;
  private long sequence;
  private int sequenceYear;

  OrderMaker(Company company) {
    this.company = company;
    baskets =
        Affinity.readAll(company.assortment()).stream()
            .filter(a -> a.kind() == Affinity.Kind.BASKET)
            .toList();
    tastes =
        company.customers().stream()
            .map(c -> Weights.of(c.buying().taste(), Double::doubleValue))
            .toList();
  }

  Order make(PlannedOrder planned) {
    Customer customer = planned.customer();
    int day = planned.day();
    long ordinal = day * 1000L + planned.ordinal();
    Dice dice = company.seed().dice("order", customer.index(), ordinal);
    boolean other = dice.chance(OTHER_EMPLOYEE);
    Employee employee =
        other
            ? company.staff().draw("field", customer.region().province(), dice)
            : customer.employee();
    List<Order.Line> lines = new ArrayList<>();
    for (Product product : products(planned, dice)) {
      lines.add(line(product, customer, employee, day, dice));
    }
    return new Order(nextId(day), day, customer, employee, channel(customer, day, dice), lines);
  }

  private long nextId(int day) {
    int year = Days.date(day).getYear();
    if (year != sequenceYear) {
      sequenceYear = year;
      sequence = 0;
    }
    return year * 100_000_000L + ++sequence;
  }

  private List<Product> products(PlannedOrder planned, Dice dice) {
    int day = planned.day();
    Assortment assortment = company.assortment();
    List<Product> products = new ArrayList<>();
    int further = dice.poisson(FURTHER_LINES);
    if (planned.wanted() != null) {
      products.add(assortment.drawFrom(planned.wanted(), day, dice));
      further = dice.poisson(FURTHER_LINES_OF_FOLLOWER) - 1;
    }
    for (int i = 0; i <= further; i++) {
      products.add(usual(planned.customer(), day, dice));
    }
    for (Affinity rule : baskets) {
      if (products.stream().anyMatch(p -> p.subcategory().index() == rule.antecedent().index())
          && dice.chance(rule.probability())) {
        products.add(assortment.drawFrom(rule.consequent(), day, dice));
      }
    }
    Set<String> seen = new HashSet<>();
    products.removeIf(product -> !seen.add(product.sku()));
    return products;
  }

  /** Draws a category by taste and season, then one of the customer's usual products or any. */
  private Product usual(Customer customer, int day, Dice dice) {
    Category category = category(customer, Days.month(day), dice);
    Assortment assortment = company.assortment();
    if (dice.chance(HABIT)) {
      long habit = category.index() * 10L + dice.below(HABITS_PER_CATEGORY);
      Dice own = company.seed().dice("habit", customer.index(), habit);
      Product product = assortment.drawFrom(category, Days.LAST, own);
      if (product.launchDay() <= day) {
        return product;
      }
    }
    return assortment.drawFrom(category, day, dice);
  }

  private Category category(Customer customer, int month, Dice dice) {
    Assortment assortment = company.assortment();
    double strongest = 0;
    for (Category category : assortment.categories()) {
      strongest = Math.max(strongest, assortment.demand(category, month));
    }
    Weights taste = tastes.get(customer.index());
    while (true) {
      Category category = assortment.categories().get(dice.pick(taste));
      if (dice.chance(assortment.demand(category, month) / strongest)) {
        return category;
      }
    }
  }

  private Order.Line line(
      Product product, Customer customer, Employee employee, int day, Dice dice) {
    Promotion promotion =
        company
            .promotions()
            .draw(day, product.subcategory().category(), customer.region().province(), dice);
    double expected =
        product.subcategory().quantity()
            * customer.buying().quantityFactor()
            * product.priceEffect(day, promotion.rate())
            * dice.noise(QUANTITY_NOISE);
    int quantity = Math.max(1, dice.round(expected));
    int price = product.prices().at(day);
    long unitPrice = product.prices().list(price);
    double rate = customer.size().discount() + promotion.rate() + employee.discountHabit();
    long discount = StrictMath.round(quantity * unitPrice * rate);
    return new Order.Line(
        product, promotion, quantity, unitPrice, discount, quantity * product.prices().cost(price));
  }

  /**
   * The preferred channel mostly; telephone and field sales lose customers to the web shop year by
   * year.
   */
  private static String channel(Customer customer, int day, Dice dice) {
    String preferred = customer.channel();
    double toWeb = 0.08 + 0.12 * day / 365;
    boolean personal = preferred.equals("FIELD") || preferred.equals("PHONE");
    if (personal && dice.chance(toWeb)) {
      return "WEB";
    }
    return dice.chance(0.06) ? "PHONE" : preferred;
  }
}
