package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Customers graded by the profit they contributed in a year, beside the grade that their number of
 * orders would have given them. Grades are those of {@link Ranking}: A up to the first line of
 * cumulative share, then B and C; D contributed nothing or cost money.
 *
 * @param byProfit the grading
 * @param byOrders null where orders are not known
 * @param graded by customer, most profit first; without those who did not buy in the year
 */
public record ProfitGrades(Ranking byProfit, @Nullable Ranking byOrders, List<Graded> graded) {
  /**
   * A customer with both grades.
   *
   * @param orders null where orders are not known
   */
  public record Graded(
      CustomerBook.Customer customer,
      Contribution contribution,
      int rank,
      AbcClass profit,
      @Nullable AbcClass orders) {
    public Graded {
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(contribution, "contribution");
      Objects.requireNonNull(profit, "profit");
    }

    /** Grades by which orders flatter (above 0) or hide (below 0) the customer. */
    public int flattered() {
      return orders == null ? 0 : profit.ordinal() - orders.ordinal();
    }
  }

  /** How many customers, with what profit. */
  public record Cell(int count, double profit) {}

  public ProfitGrades {
    Objects.requireNonNull(byProfit, "byProfit");
    graded = List.copyOf(graded);
  }

  /** Grades those who bought in the graded year. */
  public static ProfitGrades of(CustomerBook book, AbcLines lines) {
    Ranking byProfit = Ranking.of(book.valued(c -> book.graded(c).profit()), lines);
    Ranking byOrders =
        book.counted() ? Ranking.of(book.valued(CustomerBook.Customer::orders), lines) : null;
    Map<String, Ranking.Entry> profit = entries(byProfit);
    Map<String, Ranking.Entry> orders = byOrders == null ? Map.of() : entries(byOrders);
    List<Graded> graded = new ArrayList<>();
    for (CustomerBook.Customer customer : book.customers()) {
      Ranking.Entry own = profit.get(customer.member().uniqueName());
      if (own != null) {
        Ranking.Entry other = orders.get(customer.member().uniqueName());
        graded.add(
            new Graded(
                customer,
                book.graded(customer),
                own.rank(),
                own.abc(),
                byOrders == null ? null : other == null ? AbcClass.D : other.abc()));
      }
    }
    graded.sort(
        Comparator.comparingDouble((Graded g) -> g.contribution().profit())
            .reversed()
            .thenComparing(g -> g.customer().member().uniqueName()));
    return new ProfitGrades(byProfit, byOrders, graded);
  }

  private static Map<String, Ranking.Entry> entries(Ranking ranking) {
    Map<String, Ranking.Entry> entries = new HashMap<>();
    ranking.entries().forEach(entry -> entries.put(entry.item().key(), entry));
    return entries;
  }

  /** How many customers have that grade by profit and that by orders. */
  public Cell cell(AbcClass profit, AbcClass orders) {
    int count = 0;
    double sum = 0;
    for (Graded one : graded) {
      if (one.profit() == profit && one.orders() == orders) {
        count++;
        sum += one.contribution().profitOrZero();
      }
    }
    return new Cell(count, sum);
  }

  /** How many customers have each grade by profit, and what they contributed. */
  public Map<AbcClass, Cell> grades() {
    Map<AbcClass, Cell> cells = new EnumMap<>(AbcClass.class);
    for (AbcClass grade : AbcClass.values()) {
      cells.put(grade, new Cell(byProfit.count(grade), byProfit.sum(grade)));
    }
    return cells;
  }

  /** Customers whom the two gradings part by more than so many grades, widest apart first. */
  public List<Graded> apart(int grades) {
    return graded.stream()
        .filter(one -> Math.abs(one.flattered()) >= grades)
        .sorted(
            Comparator.comparingInt((Graded one) -> Math.abs(one.flattered()))
                .reversed()
                .thenComparing(
                    Comparator.comparingDouble(
                            (Graded one) -> Math.abs(one.contribution().profitOrZero()))
                        .reversed()))
        .toList();
  }
}
