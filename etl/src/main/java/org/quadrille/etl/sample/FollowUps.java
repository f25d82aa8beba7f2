package org.quadrille.etl.sample;

import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Orders that follow from earlier ones by the rules {@link Affinity.Kind#LATER} and {@link
 * Affinity.Kind#THEN}.
 */
final class FollowUps {
  /** Ordinals of follow-ups start here, so that they never meet those of ordinary orders. */
  private static final int ORDINALS = 500;

  private final Company company;
  private final List<Affinity> rules;
  private final long[] drawn;
  private final PriorityQueue<PlannedOrder> waiting = new PriorityQueue<>(PlannedOrder.SEQUENCE);

  FollowUps(Company company) {
    this.company = company;
    rules =
        Affinity.readAll(company.assortment()).stream()
            .filter(a -> a.kind() != Affinity.Kind.BASKET)
            .toList();
    drawn = new long[rules.size()];
  }

  /** The rules with the number of orders they brought. */
  List<SampleTruth.Sequence> drawn() {
    return IntStream.range(0, rules.size())
        .mapToObj(
            i -> {
              Affinity rule = rules.get(i);
              return new SampleTruth.Sequence(
                  rule.antecedent().id(),
                  rule.consequent().id(),
                  rule.probability(),
                  rule.daysFrom(),
                  rule.daysTo(),
                  drawn[i]);
            })
        .toList();
  }

  /** The next one that is due up to a day, null if there is none. */
  @Nullable PlannedOrder due(int day) {
    PlannedOrder next = waiting.peek();
    return next != null && next.day() <= day ? waiting.poll() : null;
  }

  /** Draws what follows from an order, if anything. One-off customers never come back. */
  void consider(PlannedOrder planned, Order order) {
    Customer.Buying buying = order.customer().buying();
    if (buying.kind() == BuyingKind.ONE_OFF) {
      return;
    }
    Dice dice = company.seed().dice("follow-up", order.id());
    for (int i = 0; i < rules.size(); i++) {
      Affinity rule = rules.get(i);
      if (applies(rule, planned, order) && dice.chance(rule.probability())) {
        int day = order.day() + dice.between(rule.daysFrom(), rule.daysTo());
        if (day <= Math.min(buying.to(), Days.LAST)) {
          // tells apart the follow-ups of a customer that fall on one day
          int ordinal = ORDINALS + i * 100 + order.day() % 100;
          drawn[i]++;
          waiting.add(new PlannedOrder(day, order.customer(), ordinal, rule.consequent()));
        }
      }
    }
  }

  private static boolean applies(Affinity rule, PlannedOrder planned, Order order) {
    if (rule.kind() == Affinity.Kind.THEN) {
      Subcategory wanted = planned.wanted();
      return wanted != null && rule.antecedent().index() == wanted.index();
    }
    return order.lines().stream()
        .anyMatch(line -> line.product().subcategory().index() == rule.antecedent().index());
  }
}
