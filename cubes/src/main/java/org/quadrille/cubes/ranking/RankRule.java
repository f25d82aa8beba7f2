package org.quadrille.cubes.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quadrille.cubes.analysis.Ranking.Placed;

/**
 * By what members are ranked: criteria in order, where the first decides and the next breaks ties,
 * or weighted, by the weighted mean of percentile scores.
 *
 * @param criteria with their weights, which are not used where they stand in order
 */
public record RankRule(Mix mix, List<Weighted> criteria) {
  /** How criteria are put together. */
  public enum Mix {
    IN_ORDER,
    WEIGHTED
  }

  /**
   * A criterion with its weight.
   *
   * @param weight relative to the others
   */
  public record Weighted(Criterion criterion, double weight) {
    public Weighted {
      Objects.requireNonNull(criterion, "criterion");
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("a weight is not negative: " + weight);
      }
    }
  }

  /** By the measure alone. */
  public static final RankRule VALUE =
      new RankRule(Mix.IN_ORDER, List.of(new Weighted(Criterion.VALUE, 1)));

  public RankRule {
    Objects.requireNonNull(mix, "mix");
    criteria = List.copyOf(criteria);
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("a ranking needs a criterion");
    }
    if (mix == Mix.WEIGHTED && criteria.stream().mapToDouble(Weighted::weight).sum() <= 0) {
      throw new IllegalArgumentException("a weighted ranking needs a weight above zero");
    }
  }

  /** By one criterion. */
  public static RankRule by(Criterion criterion) {
    return new RankRule(Mix.IN_ORDER, List.of(new Weighted(criterion, 1)));
  }

  /** Whether members are in the order of the measure. */
  public boolean byValue() {
    return criteria.get(0).criterion() == Criterion.VALUE
        && (mix == Mix.IN_ORDER || criteria.size() == 1);
  }

  /**
   * Members in their places, and the score of each by its unique name (empty where criteria stand
   * in order). Those without a figure stand behind those with one.
   */
  public Order order(List<MemberFacts> members, Map<String, String> captions) {
    Map<String, Double> scores = mix == Mix.WEIGHTED ? scores(members) : Map.of();
    List<double[]> keys = new ArrayList<>(members.size());
    List<Integer> order = new ArrayList<>(members.size());
    for (int i = 0; i < members.size(); i++) {
      MemberFacts one = members.get(i);
      keys.add(
          mix == Mix.WEIGHTED
              ? new double[] {scores.get(one.member().uniqueName())}
              : criteria.stream().mapToDouble(c -> orLast(c.criterion().of(one))).toArray());
      order.add(i);
    }
    order.sort(
        Comparator.<Integer, double[]>comparing(keys::get, RankRule::descending)
            .thenComparing(i -> members.get(i).member().uniqueName()));
    List<Placed> placed = new ArrayList<>(order.size());
    for (int at = 0; at < order.size(); at++) {
      int i = order.get(at);
      boolean tie = at > 0 && Arrays.equals(keys.get(i), keys.get(order.get(at - 1)));
      int rank = tie ? placed.get(at - 1).rank() : at + 1;
      placed.add(new Placed(members.get(i).valued(captions), rank));
    }
    return new Order(placed, scores);
  }

  /** Members in order. */
  public record Order(List<Placed> placed, Map<String, Double> scores) {
    public Order {
      placed = List.copyOf(placed);
      scores = Map.copyOf(scores);
    }
  }

  private static double orLast(double value) {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  private static int descending(double[] x, double[] y) {
    return Arrays.compare(y, x);
  }

  private Map<String, Double> scores(List<MemberFacts> members) {
    double weights = criteria.stream().mapToDouble(Weighted::weight).sum();
    Map<String, Double> scores = new HashMap<>();
    for (Weighted weighted : criteria) {
      double[] values = members.stream().mapToDouble(m -> weighted.criterion().of(m)).toArray();
      double[] percentiles = Percentiles.of(values);
      for (int i = 0; i < percentiles.length; i++) {
        scores.merge(
            members.get(i).member().uniqueName(),
            percentiles[i] * weighted.weight() / weights,
            Double::sum);
      }
    }
    return scores;
  }
}
