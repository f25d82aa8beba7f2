package org.quadrille.cubes.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.result.ResultMember;

/**
 * What each company has of a market, or of a part of it. Market share is a company's part of what
 * all observed companies sold, by value or by units; share of voice its part of what they spent on
 * advertising.
 *
 * @param part the part of the market such as a region or month, null for the whole
 * @param standings one for each company that was observed there
 */
public record MarketShares(@Nullable ResultMember part, List<Standing> standings) {
  /**
   * A company's own figures.
   *
   * @param value money that its customers paid
   * @param units what it sold
   * @param advertising what it spent on advertising
   */
  public record Standing(Competitor competitor, Change value, Change units, Change advertising) {
    public Standing {
      Objects.requireNonNull(competitor, "competitor");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(units, "units");
      Objects.requireNonNull(advertising, "advertising");
    }
  }

  /** What shares are of. */
  public enum Basis {
    VALUE(Standing::value),
    UNITS(Standing::units),
    ADVERTISING(Standing::advertising);

    private final Function<Standing, Change> figure;

    Basis(Function<Standing, Change> figure) {
      this.figure = figure;
    }

    Change of(Standing standing) {
      return figure.apply(standing);
    }
  }

  public MarketShares {
    standings = List.copyOf(standings);
  }

  /** The sum of all companies, now and a year before. */
  public Change total(Basis basis) {
    double now = 0;
    double before = 0;
    for (Standing standing : standings) {
      now += positive(basis.of(standing).now());
      before += positive(basis.of(standing).before());
    }
    return new Change(now, before);
  }

  /**
   * The share of a company, between 0 and 1.
   *
   * @param uniqueName of the company's member
   * @return NaN where it was not observed or the whole is zero
   */
  public Change share(String uniqueName, Basis basis) {
    Change total = total(basis);
    return standings.stream()
        .filter(s -> s.competitor().member().uniqueName().equals(uniqueName))
        .findFirst()
        .map(basis::of)
        .map(c -> new Change(part(c.now(), total.now()), part(c.before(), total.before())))
        .orElse(new Change(Double.NaN, Double.NaN));
  }

  /** Sum of the squared shares by value: 1 for a single seller, near 0 for many small ones. */
  public double herfindahl() {
    double total = total(Basis.VALUE).now();
    return standings.stream()
        .mapToDouble(s -> positive(s.value().now()) / total)
        .map(share -> share * share)
        .sum();
  }

  /** Sum of the four largest shares by value; 1 where there are four or fewer sellers. */
  public double topFour() {
    double total = total(Basis.VALUE).now();
    double sum =
        standings.stream()
            .map(s -> -positive(s.value().now()))
            .sorted()
            .limit(4)
            .mapToDouble(value -> -value)
            .sum();
    return total > 0 ? sum / total : Double.NaN;
  }

  /** The largest of all companies but one, by value; empty where there is no other. */
  public Optional<Standing> largestBut(String uniqueName) {
    return standings.stream()
        .filter(s -> !s.competitor().member().uniqueName().equals(uniqueName))
        .filter(s -> s.value().now() > 0)
        .max(Comparator.comparingDouble(s -> s.value().now()));
  }

  /**
   * The share of a company divided by that of the largest other one, now and a year before (Boston
   * Consulting Group, Henderson 1970); NaN where there is no other.
   */
  public Change relative(String uniqueName) {
    Change own = share(uniqueName, Basis.VALUE);
    double now = largestBut(uniqueName).map(s -> s.value().now()).orElse(Double.NaN);
    double before =
        standings.stream()
            .filter(s -> !s.competitor().member().uniqueName().equals(uniqueName))
            .mapToDouble(s -> positive(s.value().before()))
            .max()
            .orElse(Double.NaN);
    Change total = total(Basis.VALUE);
    return new Change(
        own.now() / part(now, total.now()), own.before() / part(before, total.before()));
  }

  /** Ourselves, where the schema says which company that is and it was observed here. */
  public Optional<Standing> own() {
    return standings.stream().filter(s -> s.competitor().own()).findFirst();
  }

  private static double positive(double value) {
    return value > 0 ? value : 0;
  }

  private static double part(double value, double total) {
    return total > 0 && !Double.isNaN(value) ? value / total : Double.NaN;
  }
}
