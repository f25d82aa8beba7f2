package org.quadrille.etl.sample;

/** Amounts of money as whole hundredths of CNY. */
final class Money {
  private Money() {}

  static void append(StringBuilder out, long hundredths) {
    long absolute = Math.abs(hundredths);
    if (hundredths < 0) {
      out.append('-');
    }
    out.append(absolute / 100).append('.');
    long cents = absolute % 100;
    if (cents < 10) {
      out.append('0');
    }
    out.append(cents);
  }

  /** Hundredths of an amount in CNY. */
  static long of(double amount) {
    return StrictMath.round(amount * 100);
  }
}
