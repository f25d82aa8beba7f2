package org.quadrille.cubes.vba;

import static org.quadrille.cubes.vba.ScalarType.NUMERIC;

import java.util.List;

/**
 * Functions on a series of payments, one a period, as {@code SetToArray} makes it. Money paid is
 * negative, money received positive.
 */
final class CashFlowFunctions {

  private static final double USUAL_GUESS = 0.1;
  private static final int ITERATIONS = 100;
  private static final int STEPS = 400;
  private static final double LEAST_RATE = -0.999999;
  private static final double GREATEST_RATE = 1e6;
  private static final double TOLERANCE = 1e-12;

  private CashFlowFunctions() {}

  static void addTo(Catalog catalog) {
    catalog
        .define("NPV", "NUMERIC rate, ARRAY payments", NUMERIC)
        .summary("What payments at the end of each of the next periods are worth today.")
        .example("NPV(0.1, SetToArray([Time].[Year].Members, [Measures].DefaultMember))")
        .as(call -> netPresentValue(call.number(0), call.numbers(1)));
    catalog
        .define("IRR", "ARRAY payments, [NUMERIC guess]", NUMERIC)
        .summary("The rate at which payments, some made and some received, are worth nothing.")
        .example(
            "IRR(SetToArray([Time].[1997].Children, IIf([Time].CurrentMember.PrevMember IS NULL,"
                + " -150000, [Measures].DefaultMember)))")
        .as(CashFlowFunctions::internalRate);
    catalog
        .define("MIRR", "ARRAY payments, NUMERIC financeRate, NUMERIC reinvestRate", NUMERIC)
        .summary("The rate of return where payments made and received bear different rates.")
        .example(
            "MIRR(SetToArray([Time].[1997].Children, IIf([Time].CurrentMember.PrevMember IS NULL,"
                + " -150000, [Measures].DefaultMember)), 0.1, 0.12)")
        .as(CashFlowFunctions::modifiedRate);
  }

  private static double netPresentValue(double rate, List<Double> payments) {
    double value = 0;
    for (int i = payments.size() - 1; i >= 0; i--) {
      value = (value + payments.get(i)) / (1 + rate);
    }
    return value;
  }

  private static double internalRate(Arguments call) {
    List<Double> payments = call.numbers(0);
    requireBothSigns(call, payments);
    double rate = newton(payments, call.number(1, USUAL_GUESS));
    if (Double.isNaN(rate)) {
      rate = bisection(payments);
    }
    if (Double.isNaN(rate)) {
      throw new IllegalArgumentException(
          "IRR: no rate was found for these payments; another guess may help");
    }
    return rate;
  }

  private static double modifiedRate(Arguments call) {
    List<Double> payments = call.numbers(0);
    requireBothSigns(call, payments);
    double financeRate = call.number(1);
    double reinvestRate = call.number(2);
    double received =
        netPresentValue(reinvestRate, payments.stream().map(p -> Math.max(p, 0)).toList());
    double paid = netPresentValue(financeRate, payments.stream().map(p -> Math.min(p, 0)).toList());
    int periods = payments.size();
    double growth = -received * Math.pow(1 + reinvestRate, periods) / (paid * (1 + financeRate));
    return Math.pow(growth, 1.0 / (periods - 1)) - 1;
  }

  private static void requireBothSigns(Arguments call, List<Double> payments) {
    if (payments.stream().noneMatch(p -> p > 0) || payments.stream().noneMatch(p -> p < 0)) {
      throw call.wrong(0, "a list with at least one positive and one negative number");
    }
  }

  /** Newton's method; not a number where it leaves the range or does not settle. */
  private static double newton(List<Double> payments, double guess) {
    double rate = guess;
    for (int i = 0; i < ITERATIONS && rate > -1; i++) {
      double value = netPresentValue(rate, payments) * (1 + rate);
      double next = rate - value / derivative(payments, rate);
      if (Math.abs(next - rate) <= TOLERANCE * Math.max(1, Math.abs(next))) {
        return next;
      }
      rate = next;
    }
    return Double.NaN;
  }

  private static double derivative(List<Double> payments, double rate) {
    double slope = 0;
    for (int period = 1; period < payments.size(); period++) {
      slope -= period * payments.get(period) / Math.pow(1 + rate, period + 1);
    }
    return slope;
  }

  /** Looks for a change of sign on a grid of rates, then halves the step that has it. */
  private static double bisection(List<Double> payments) {
    double low = LEAST_RATE;
    double width = Math.log((1 + GREATEST_RATE) / (1 + LEAST_RATE)) / STEPS;
    for (int step = 1; step <= STEPS; step++) {
      double high = (1 + LEAST_RATE) * Math.exp(width * step) - 1;
      if (netPresentValue(low, payments) * netPresentValue(high, payments) <= 0) {
        return halved(payments, low, high);
      }
      low = high;
    }
    return Double.NaN;
  }

  private static double halved(List<Double> payments, double from, double to) {
    double low = from;
    double high = to;
    double signAtLow = Math.signum(netPresentValue(low, payments));
    for (int i = 0; i < ITERATIONS; i++) {
      double middle = (low + high) / 2;
      if (Math.signum(netPresentValue(middle, payments)) == signAtLow) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
