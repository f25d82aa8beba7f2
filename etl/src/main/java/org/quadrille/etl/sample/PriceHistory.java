package org.quadrille.etl.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Unit cost and list price of a product from a day on, oldest first; amounts in hundredths of CNY.
 */
final class PriceHistory {
  private final int[] fromDay;
  private final long[] cost;
  private final long[] list;

  private PriceHistory(int size) {
    fromDay = new int[size];
    cost = new long[size];
    list = new long[size];
  }

  /**
   * Draws a history: the first prices hold from the launch; then a change every six to fourteen
   * months, list price by -8 % to +13 %, cost by -3 % to +7 %.
   */
  static PriceHistory draw(Dice dice, int launchDay, double usualCost) {
    List<Integer> days = new ArrayList<>();
    for (int day = launchDay < 0 ? dice.between(20, 240) : launchDay + dice.between(150, 400);
        day < Days.COUNT;
        day += dice.between(180, 420)) {
      days.add(day);
    }
    PriceHistory history = new PriceHistory(days.size() + 1);
    double cost = usualCost * 100 * dice.noise(0.25);
    double list = cost * dice.uniform(1.25, 1.75);
    history.set(0, launchDay, cost, list);
    for (int i = 0; i < days.size(); i++) {
      cost *= dice.uniform(0.97, 1.07);
      list = Math.max(list * dice.uniform(0.92, 1.13), cost * 1.12);
      history.set(i + 1, days.get(i), cost, list);
    }
    return history;
  }

  private void set(int index, int day, double unitCost, double listPrice) {
    fromDay[index] = day;
    cost[index] = StrictMath.round(unitCost);
    list[index] = StrictMath.round(listPrice / 10) * 10;
  }

  int size() {
    return fromDay.length;
  }

  /** The entry that holds on a day. */
  int at(int day) {
    int index = fromDay.length - 1;
    while (index > 0 && fromDay[index] > day) {
      index--;
    }
    return index;
  }

  int fromDay(int index) {
    return fromDay[index];
  }

  long cost(int index) {
    return cost[index];
  }

  long list(int index) {
    return list[index];
  }
}
