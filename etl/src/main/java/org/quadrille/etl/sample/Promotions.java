package org.quadrille.etl.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The promotions of the three years, each year's drawn from the calendar in {@code promotions.txt}.
 */
final class Promotions {
  /** How many of the lines that a promotion covers are sold under it. */
  static final double TAKE_UP = 0.7;

  private final List<Promotion> promotions;

  Promotions() {
    List<Promotion> all = new ArrayList<>();
    for (int year = Days.FIRST_YEAR; year < Days.FIRST_YEAR + 3; year++) {
      int number = 0;
      for (List<String> entry : ParameterList.read("promotions.txt")) {
        number++;
        all.add(
            new Promotion(
                String.format(Locale.ROOT, "P%d-%02d", year, number),
                new Name(entry.get(0) + " " + year, year + "年" + entry.get(1)),
                new Name(entry.get(2), entry.get(3)),
                Double.parseDouble(entry.get(6)),
                day(year, entry.get(4)),
                day(year, entry.get(5)),
                entry.get(7),
                entry.get(8)));
      }
    }
    promotions = List.copyOf(all);
  }

  private static int day(int year, String monthAndDay) {
    return Days.day(
        year,
        Integer.parseInt(monthAndDay.substring(0, 2)),
        Integer.parseInt(monthAndDay.substring(3)));
  }

  /** Without {@link Promotion#NONE}. */
  List<Promotion> all() {
    return promotions;
  }

  /** The promotion that an order line is sold under, {@link Promotion#NONE} where none. */
  Promotion draw(int day, Category category, Province province, Dice dice) {
    if (dice.chance(TAKE_UP)) {
      for (Promotion promotion : promotions) {
        if (promotion.covers(day, category, province)) {
          return promotion;
        }
      }
    }
    return Promotion.NONE;
  }
}
