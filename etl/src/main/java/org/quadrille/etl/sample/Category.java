package org.quadrille.etl.sample;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A product category with the effects planted in it.
 *
 * @param elasticity quantity of a line is proportional to (price / first price) ^ -elasticity
 * @param growth factor of order lines a year
 * @param season factor of order lines by month, January first; they add up to 12
 */
record Category(
    int index,
    String id,
    Name name,
    double elasticity,
    double growth,
    List<Name> brands,
    List<Double> season) {
  Category {
    brands = List.copyOf(brands);
    season = List.copyOf(season);
    if (season.size() != 12) {
      throw new IllegalArgumentException("category " + id + " needs twelve seasonal factors");
    }
  }

  /** How strongly it sells in a month of the sample: season and growth together. */
  private double demand(int month) {
    return season.get(month % 12) * StrictMath.pow(growth, month / 12.0);
  }

  /** {@link #demand} of all months of the sample. */
  List<Double> demand() {
    return IntStream.range(0, Days.MONTHS).mapToObj(this::demand).toList();
  }
}
