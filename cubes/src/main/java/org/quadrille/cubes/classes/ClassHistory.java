package org.quadrille.cubes.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quadrille.cubes.analysis.AbcClass;

/** The classes month by month, oldest first. */
public record ClassHistory(List<Month> months) {
  /**
   * A class in a month.
   *
   * @param count customers in it
   * @param value what they contributed; of class D zero or less
   * @param fresh how many of them ordered for the first time
   */
  public record Part(int count, double value, int fresh) {}

  /**
   * A month.
   *
   * @param place of the month
   * @param parts of A to D in order
   * @param alarms customers in D who were in A or B the month before
   */
  public record Month(int place, List<Part> parts, int alarms) {
    public Month {
      parts = List.copyOf(parts);
      if (parts.size() != AbcClass.values().length) {
        throw new IllegalArgumentException("a month has four classes: " + parts);
      }
    }

    /** A class. */
    public Part part(AbcClass abc) {
      return parts.get(abc.ordinal());
    }

    /** Customers who ordered. */
    public int buyers() {
      return parts.get(0).count() + parts.get(1).count() + parts.get(2).count();
    }

    /** What the buyers contributed. */
    public double value() {
      return parts.get(0).value() + parts.get(1).value() + parts.get(2).value();
    }
  }

  public ClassHistory {
    months = List.copyOf(months);
  }

  /** Puts rows of (place, class, count, value, fresh, alarms) together. */
  static ClassHistory of(List<double[]> rows) {
    Map<Integer, List<double[]>> byMonth = new TreeMap<>();
    rows.forEach(row -> byMonth.computeIfAbsent((int) row[0], m -> new ArrayList<>()).add(row));
    List<Month> months = new ArrayList<>();
    byMonth.forEach(
        (place, own) -> {
          List<Part> parts = new ArrayList<>();
          int alarms = 0;
          for (AbcClass abc : AbcClass.values()) {
            Part part = new Part(0, 0, 0);
            for (double[] row : own) {
              if ((int) row[1] == abc.ordinal() + 1) {
                part = new Part((int) row[2], row[3], (int) row[4]);
                alarms += (int) row[5];
              }
            }
            parts.add(part);
          }
          months.add(new Month(place, parts, alarms));
        });
    return new ClassHistory(months);
  }
}
