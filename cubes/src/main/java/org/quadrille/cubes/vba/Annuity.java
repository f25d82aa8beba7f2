package org.quadrille.cubes.vba;

/**
 * Loans and savings with equal payments.
 *
 * <p>All figures obey one equation, the one that Visual Basic and Excel document: <code>
 * pv·(1+r)ⁿ + pmt·(1+r·t)·((1+r)ⁿ−1)/r + fv = 0</code>, with t = 1 for payments at the beginning of
 * each period and 0 for payments at its end. Money received is positive, money paid is negative.
 */
final class Annuity {

  private static final int ITERATIONS = 128;
  private static final double TOLERANCE = 1e-13;
  private static final double NEGLIGIBLE = 1e-9;

  private Annuity() {}

  static double futureValue(
      double rate, double periods, double payment, double value, boolean due) {
    return -(value * Math.pow(1 + rate, periods) + payment * factor(rate, periods, due));
  }

  static double presentValue(
      double rate, double periods, double payment, double future, boolean due) {
    return -(future + payment * factor(rate, periods, due)) / Math.pow(1 + rate, periods);
  }

  static double payment(double rate, double periods, double value, double future, boolean due) {
    return -(future + value * Math.pow(1 + rate, periods)) / factor(rate, periods, due);
  }

  static double periods(double rate, double payment, double value, double future, boolean due) {
    if (rate == 0) {
      return -(value + future) / payment;
    }
    double each = payment * (due ? 1 + rate : 1) / rate;
    return Math.log((each - future) / (each + value)) / Math.log1p(rate);
  }

  /** The interest within the payment of one period, counted from 1. */
  static double interest(
      double rate, double period, double periods, double value, double future, boolean due) {
    double payment = payment(rate, periods, value, future, due);
    if (period == 1) {
      return due ? 0 : -value * rate;
    }
    double balance =
        due
            ? futureValue(rate, period - 2, payment, value, true) - payment
            : futureValue(rate, period - 1, payment, value, false);
    return balance * rate;
  }

  /**
   * The rate that solves the equation, found by the secant method from a first guess.
   *
   * @return not a number where the search does not settle
   */
  static double rate(
      double periods, double payment, double value, double future, boolean due, double guess) {
    double before = guess;
    double at = guess + (guess == 0 ? 1e-4 : guess * 1e-4);
    double errorBefore = error(before, periods, payment, value, future, due);
    double error = error(at, periods, payment, value, future, due);
    for (int i = 0; i < ITERATIONS; i++) {
      if (error == 0 || error == errorBefore) {
        break;
      }
      double next = at - error * (at - before) / (error - errorBefore);
      before = at;
      errorBefore = error;
      // A rate of -100 percent or less has no meaning; half-way there is still a step.
      at = next <= -1 ? (at - 1) / 2 : next;
      error = error(at, periods, payment, value, future, due);
      if (Math.abs(at - before) <= TOLERANCE * Math.max(1, Math.abs(at))) {
        break;
      }
    }
    // The search also settles where the error is merely flat, as towards -100 percent.
    double scale =
        Math.abs(value) * Math.pow(1 + at, periods)
            + Math.abs(payment * factor(at, periods, due))
            + Math.abs(future);
    return Math.abs(error) <= NEGLIGIBLE * scale ? at : Double.NaN;
  }

  private static double error(
      double rate, double periods, double payment, double value, double future, boolean due) {
    return future - futureValue(rate, periods, payment, value, due);
  }

  private static double factor(double rate, double periods, boolean due) {
    if (rate == 0) {
      return periods;
    }
    // expm1 and log1p keep the digits that 1 + rate loses for small rates.
    return (due ? 1 + rate : 1) * Math.expm1(periods * Math.log1p(rate)) / rate;
  }
}
