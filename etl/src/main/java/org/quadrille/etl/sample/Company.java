package org.quadrille.etl.sample;

import java.util.List;

/** Everything of the sample company that does not happen at a time. */
record Company(
    Seed seed,
    double scale,
    Geography geography,
    Assortment assortment,
    Staff staff,
    Promotions promotions,
    List<Customer> customers,
    List<Prospect> prospects) {
  Company {
    customers = List.copyOf(customers);
    prospects = List.copyOf(prospects);
  }

  static Company make(Seed seed, double scale) {
    Geography geography = Geography.make(seed);
    Staff staff = Staff.make(seed);
    CompanyNames names = new CompanyNames();
    Customers customers = new Customers(seed, geography, staff, names);
    return new Company(
        seed,
        scale,
        geography,
        Assortment.make(seed),
        staff,
        new Promotions(),
        customers.make(scaled(Customers.AT_SCALE_ONE, scale)),
        Prospect.make(seed, geography, names, scaled(Prospect.AT_SCALE_ONE, scale)));
  }

  /** A number of things at a scale, at least ten. */
  static int scaled(int atScaleOne, double scale) {
    return (int) Math.max(10, StrictMath.round(atScaleOne * scale));
  }
}
