package org.quadrille.cubes.classes;

/**
 * Where the classes of a month end. Customers above zero are ranked by their value in the month,
 * equal ones alike; one is in class A while the share before it is below the first line, in B while
 * it is below the second, else in C. Who ordered in an earlier month and is not above zero is in D.
 *
 * @param byValue whether the lines are shares of the value, else of the customers
 * @param a percent
 * @param b percent, at least {@code a}
 */
public record ClassRule(boolean byValue, int a, int b) {
  /** The first 20 % of the customers, the next 60 %, the last 20 %. */
  public static final ClassRule BY_CUSTOMERS = new ClassRule(false, 20, 80);

  /** 70 %, 20 % and 10 % of the value. */
  public static final ClassRule SEVENTY = new ClassRule(true, 70, 90);

  /** 80 %, 15 % and 5 % of the value. */
  public static final ClassRule EIGHTY = new ClassRule(true, 80, 95);

  public ClassRule {
    if (a < 1 || b < a || b > 100) {
      throw new IllegalArgumentException("no classes up to " + a + " and " + b + " percent");
    }
  }
}
