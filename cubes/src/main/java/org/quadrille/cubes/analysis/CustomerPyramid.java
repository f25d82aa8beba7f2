package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Customers in value tiers by what they bought in a year: few at the top, many at the bottom (after
 * Curry and Curry, "The Customer Marketing Method", 2000, whose tiers are the top 1 %, the next 4
 * %, the next 15 % and the rest), and who could be promoted to the next tier.
 *
 * @param tiers from the top down
 * @param idle how many bought before, but nothing in the year, or gave back more than they bought
 * @param candidates most gain first
 */
public record CustomerPyramid(List<Tier> tiers, int idle, List<Candidate> candidates) {
  /** Top 1 %, next 4 %, next 15 %. */
  public static final List<Double> USUAL_LINES = List.of(0.01, 0.05, 0.20);

  /**
   * A tier.
   *
   * @param share up to which share of the customers it goes, counted from the top
   * @param least sales of its smallest customer, which is what it takes to be in it
   * @param median sales of its middle customer
   */
  public record Tier(
      int count, double share, double sales, double profit, double least, double median) {
    /** Profit divided by sales. */
    public double rate() {
      return sales > 0 ? profit / sales : Double.NaN;
    }
  }

  /**
   * A customer just below the next tier.
   *
   * @param tier where it is, as index; it could be one above
   * @param missing sales that it lacks to be in the next tier
   * @param gain profit of those sales at its own profit rate, or its tier's where it makes none
   * @param typical profit that it would add by buying as much as the middle of the next tier
   */
  public record Candidate(
      CustomerBook.Customer customer,
      Contribution contribution,
      int tier,
      double missing,
      double gain,
      double typical) {
    public Candidate {
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(contribution, "contribution");
    }
  }

  public CustomerPyramid {
    tiers = List.copyOf(tiers);
    candidates = List.copyOf(candidates);
  }

  /**
   * Builds it.
   *
   * @param lines shares of the customers at which tiers end, ascending, between 0 and 1; the last
   *     tier is the rest
   * @param near how far below the next tier a candidate may be, as a share of what it takes
   */
  public static CustomerPyramid of(CustomerBook book, List<Double> lines, double near) {
    List<CustomerBook.Customer> buyers =
        book.customers().stream()
            .filter(customer -> book.graded(customer).sales() > 0)
            .sorted(
                Comparator.comparingDouble((CustomerBook.Customer c) -> book.graded(c).sales())
                    .reversed()
                    .thenComparing(c -> c.member().uniqueName()))
            .toList();
    List<Tier> tiers = new ArrayList<>();
    List<List<CustomerBook.Customer>> members = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= lines.size(); i++) {
      double share = i < lines.size() ? lines.get(i) : 1;
      int to = Math.min(buyers.size(), (int) Math.ceil(share * buyers.size() - 1e-9));
      List<CustomerBook.Customer> own = buyers.subList(from, Math.max(from, to));
      members.add(own);
      tiers.add(tier(book, own, share));
      from = Math.max(from, to);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 1; i < tiers.size(); i++) {
      for (CustomerBook.Customer customer : members.get(i)) {
        candidate(book, customer, tiers, i, near, candidates);
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::gain)
            .reversed()
            .thenComparing(c -> c.customer().member().uniqueName()));
    return new CustomerPyramid(tiers, book.customers().size() - buyers.size(), candidates);
  }

  private static Tier tier(CustomerBook book, List<CustomerBook.Customer> own, double share) {
    double sales = 0;
    double profit = 0;
    for (CustomerBook.Customer customer : own) {
      sales += book.graded(customer).salesOrZero();
      profit += book.graded(customer).profitOrZero();
    }
    double least = own.isEmpty() ? Double.NaN : book.graded(own.get(own.size() - 1)).sales();
    double median = ProductQuadrants.median(own.stream().mapToDouble(c -> book.graded(c).sales()));
    return new Tier(own.size(), share, sales, profit, least, median);
  }

  private static void candidate(
      CustomerBook book,
      CustomerBook.Customer customer,
      List<Tier> tiers,
      int tier,
      double near,
      List<Candidate> candidates) {
    Tier next = tiers.get(tier - 1);
    Contribution own = book.graded(customer);
    double missing = next.least() - own.sales();
    if (next.count() == 0 || missing > near * next.least()) {
      return;
    }
    double rate = own.rate() > 0 ? own.rate() : Math.max(0, tiers.get(tier).rate());
    candidates.add(
        new Candidate(
            customer,
            own,
            tier,
            missing,
            missing * rate,
            Math.max(0, next.median() - own.sales()) * rate));
  }

  /** The candidates of a tier. */
  public List<Candidate> candidatesOf(int tier) {
    return candidates.stream().filter(candidate -> candidate.tier() == tier).toList();
  }

  /** Profit that the promotion of these would bring. */
  public static double gain(List<Candidate> candidates) {
    return candidates.stream().mapToDouble(Candidate::gain).sum();
  }
}
