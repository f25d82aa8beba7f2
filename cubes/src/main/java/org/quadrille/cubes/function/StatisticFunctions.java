package org.quadrille.cubes.function;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.eval.Arguments;
import org.quadrille.cubes.eval.Context;
import org.quadrille.cubes.eval.Signatures;
import org.quadrille.cubes.eval.TupleSet;

/** Statistics over sets. Empty values do not count, nor do pairs with an empty value. */
final class StatisticFunctions {
  private static final String SALES = "([Store].[USA].Children, [Measures].[Revenue])";
  private static final String PAIRS =
      "([Store].[USA].Children, [Measures].[Units], [Measures].[Revenue])";

  private StatisticFunctions() {}

  static void register(Signatures s) {
    single(s);
    s.add(
        "Numeric Percentile(Set, Numeric, Numeric)",
        "The value below which a percentage, 0 to 100, of the values over a set lie.",
        "Percentile([Store].[USA].Children, [Measures].[Revenue], 40)",
        (a, c) -> {
          double[] sorted = sorted(TupleValues.of(a, 0, a.set(0, c), 1, c).numbers());
          return sorted.length == 0 ? null : (Object) percentile(sorted, a.doubleOr(2, c, 0) / 100);
        });
    pairs(s);
    s.add(
        "Numeric LinRegPoint(Numeric, Set, Numeric[, Numeric])",
        "The y that the straight line nearest to the points over a set has at an x.",
        "LinRegPoint(50000, [Store].[USA].Children, [Measures].[Revenue]," + " [Measures].[Units])",
        (a, c) -> {
          Number x = a.number(0, c);
          Points points = points(a, c, 1, 2);
          return x == null || points.isEmpty()
              ? null
              : (Object) (points.slope() * x.doubleValue() + points.intercept());
        });
  }

  private static void single(Signatures s) {
    ofValues(s, "Median", "The middle one of the values over a set.", v -> percentile(v, 0.5));
    ofValues(s, "FirstQ", "The first quartile of the values over a set.", v -> quartile(v, 1));
    ofValues(s, "ThirdQ", "The third quartile of the values over a set.", v -> quartile(v, 3));
    String variance = "The variance of the values over a set as ";
    String deviation = "The standard deviation of the values over a set as ";
    String sample = "a sample of more.";
    String population = "the whole population.";
    ofValues(s, "Var", variance + sample, v -> variance(v, false));
    ofValues(s, "Variance", variance + sample, v -> variance(v, false));
    ofValues(s, "VarP", variance + population, v -> variance(v, true));
    ofValues(s, "VarianceP", variance + population, v -> variance(v, true));
    ofValues(s, "Stdev", deviation + sample, v -> Math.sqrt(variance(v, false)));
    ofValues(s, "Stddev", deviation + sample, v -> Math.sqrt(variance(v, false)));
    ofValues(s, "StdevP", deviation + population, v -> Math.sqrt(variance(v, true)));
    ofValues(s, "StddevP", deviation + population, v -> Math.sqrt(variance(v, true)));
  }

  private static void ofValues(
      Signatures s, String name, String summary, Function<double[], Double> body) {
    s.add(
        "Numeric " + name + "(Set[, Numeric])",
        summary,
        name + SALES,
        (a, c) -> {
          double[] sorted = sorted(TupleValues.of(a, 0, a.set(0, c), 1, c).numbers());
          return sorted.length == 0 ? null : body.apply(sorted);
        });
  }

  private static double[] sorted(List<Number> numbers) {
    double[] values = numbers.stream().mapToDouble(Number::doubleValue).toArray();
    Arrays.sort(values);
    return values;
  }

  /**
   * Between two values by their distance; the median of an even number is their middle. Mondrian
   * counts places like this, so that a share below one place starts from the least value again.
   */
  private static double percentile(double[] sorted, double share) {
    int length = sorted.length;
    if (share == 0.5) {
      int middle = length / 2;
      return length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
    if (share <= 0 || length == 1) {
      return sorted[0];
    }
    if (share >= 1) {
      return sorted[length - 1];
    }
    double place = length * share;
    int below = Math.max(0, (int) Math.floor(place) - 1);
    double rest = place - Math.floor(place);
    return sorted[below] + (sorted[below + 1] - sorted[below]) * rest;
  }

  /** The value at a quarter of the way; between two values their middle. */
  private static double quartile(double[] sorted, int quarter) {
    int quarters = sorted.length * quarter;
    int index = quarters / 4;
    return quarters % 4 == 0 ? (sorted[index - 1] + sorted[index]) / 2 : sorted[index];
  }

  private static double variance(double[] values, boolean population) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return squares / (population ? values.length : values.length - 1);
  }

  private static void pairs(Signatures s) {
    ofPairs(
        s,
        "Covariance",
        "How two values over a set vary together, as the whole population.",
        p -> p.covariance(true));
    ofPairs(
        s,
        "CovarianceN",
        "How two values over a set vary together, as a sample of more.",
        p -> p.covariance(false));
    ofPairs(
        s,
        "Correlation",
        "How nearly two values over a set lie on a straight line, from -1 to 1.",
        Points::correlation);
    ofPairs(
        s,
        "LinRegSlope",
        "The slope of the straight line nearest to the points over a set; y comes first.",
        Points::slope);
    ofPairs(
        s,
        "LinRegIntercept",
        "The y at which the straight line nearest to the points over a set crosses x = 0.",
        Points::intercept);
    ofPairs(
        s,
        "LinRegR2",
        "Which share of the variance of y the straight line nearest to the points explains.",
        Points::explained);
    ofPairs(
        s,
        "LinRegVariance",
        "The mean square of the distances in y from the straight line nearest to the points.",
        Points::residual);
  }

  private static void ofPairs(
      Signatures s, String name, String summary, ToDoubleFunction<Points> body) {
    s.add(
        "Numeric " + name + "(Set, Numeric[, Numeric])",
        summary,
        name + PAIRS,
        (a, c) -> {
          Points points = points(a, c, 0, 1);
          return points.isEmpty() ? null : (Object) body.applyAsDouble(points);
        });
  }

  /** The points over a set: y, then x, which is the current cell where it was not given. */
  private static Points points(Arguments a, Context c, int setAt, int yAt) {
    TupleSet set = a.set(setAt, c);
    TupleValues y = TupleValues.of(a, setAt, set, yAt, c);
    TupleValues x = TupleValues.of(a, setAt, set, yAt + 1, c);
    double[] xs = new double[set.size()];
    double[] ys = new double[set.size()];
    int count = 0;
    for (int i = 0; i < set.size(); i++) {
      if (isGiven(x.values()[i]) && isGiven(y.values()[i])) {
        xs[count] = x.number(i);
        ys[count] = y.number(i);
        count++;
      }
    }
    return new Points(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
  }

  private static boolean isGiven(@Nullable Object value) {
    return value != null;
  }
}
