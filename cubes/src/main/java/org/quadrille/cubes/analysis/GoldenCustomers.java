package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Customers who spend most and most steadily: high mean of the monthly sales, low coefficient of
 * variation (standard deviation divided by mean; months without a purchase count as zero, the
 * deviation is that of the population of months).
 *
 * @param levelLine monthly mean from which on a customer spends much
 * @param steadyLine coefficient of variation up to which a customer is steady
 * @param spenders who spent more than nothing, most first
 */
public record GoldenCustomers(double levelLine, double steadyLine, List<Spender> spenders) {
  /**
   * A customer with level and steadiness.
   *
   * @param mean sales a month
   * @param variation coefficient of variation
   */
  public record Spender(
      CustomerBook.Customer customer, double mean, double variation, boolean golden) {
    public Spender {
      Objects.requireNonNull(customer, "customer");
    }
  }

  public GoldenCustomers {
    spenders = List.copyOf(spenders);
  }

  /**
   * Finds them.
   *
   * @param top the share of the spenders that counts as spending much, above 0 and at most 1
   * @param steady the coefficient of variation up to which one is steady
   */
  public static GoldenCustomers of(CustomerBook book, double top, double steady) {
    List<Spender> all = new ArrayList<>();
    for (CustomerBook.Customer customer : book.customers()) {
      double mean = mean(customer.months());
      if (mean > 0) {
        all.add(new Spender(customer, mean, deviation(customer.months(), mean) / mean, false));
      }
    }
    all.sort(
        Comparator.comparingDouble(Spender::mean)
            .reversed()
            .thenComparing(s -> s.customer().member().uniqueName()));
    int many = (int) Math.ceil(top * all.size() - 1e-9);
    double line = many == 0 ? Double.NaN : all.get(Math.min(many, all.size()) - 1).mean();
    List<Spender> marked =
        all.stream()
            .map(
                s ->
                    new Spender(
                        s.customer(),
                        s.mean(),
                        s.variation(),
                        s.mean() >= line && s.variation() <= steady))
            .toList();
    return new GoldenCustomers(line, steady, marked);
  }

  /** Those who spend much, and steadily. */
  public List<Spender> golden() {
    return spenders.stream().filter(Spender::golden).toList();
  }

  private static double mean(List<Double> months) {
    return months.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static double deviation(List<Double> months, double mean) {
    double squares = 0;
    for (double month : months) {
      squares += (month - mean) * (month - mean);
    }
    return Math.sqrt(squares / months.size());
  }
}
