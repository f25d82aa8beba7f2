package org.quadrille.cubes.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.ResultMember;

/**
 * Every customer of a slice with what it contributed: since the first order, by year, and month by
 * month lately.
 *
 * @param years the years with data, oldest first
 * @param year which of them customers are graded by, as index
 * @param months the months that {@link Customer#months} has, oldest first
 * @param counted whether the orders of the year are known
 * @param dated whether the dates of the first orders are known
 * @param total all of them, as the cube gave it
 */
public record CustomerBook(
    List<ResultMember> years,
    int year,
    List<ResultMember> months,
    boolean counted,
    boolean dated,
    Customer total,
    List<Customer> customers) {
  /**
   * A customer.
   *
   * @param firstOrder date of the first order; null where it is not known
   * @param all contribution since then, as far as the data reach back
   * @param byYear one for each year
   * @param orders how many orders in the graded year; NaN where none or not known
   * @param months sales of the last months, 0 where nothing was bought
   */
  public record Customer(
      ResultMember member,
      @Nullable LocalDate firstOrder,
      Contribution all,
      List<Contribution> byYear,
      double orders,
      List<Double> months) {
    public Customer {
      Objects.requireNonNull(member, "member");
      Objects.requireNonNull(all, "all");
      byYear = List.copyOf(byYear);
      months = List.copyOf(months);
    }
  }

  public CustomerBook {
    years = List.copyOf(years);
    Objects.checkIndex(year, years.size());
    months = List.copyOf(months);
    Objects.requireNonNull(total, "total");
    customers = List.copyOf(customers);
  }

  /** The year that customers are graded by. */
  public ResultMember gradedYear() {
    return years.get(year);
  }

  /** What a customer contributed in the graded year. */
  public Contribution graded(Customer customer) {
    return customer.byYear().get(year);
  }

  /** Customers with a figure, to be ranked; those without any in the graded year have none. */
  List<Valued> valued(ToDoubleFunction<Customer> figure) {
    return customers.stream()
        .map(
            c -> new Valued(c.member().uniqueName(), c.member().caption(), figure.applyAsDouble(c)))
        .toList();
  }
}
