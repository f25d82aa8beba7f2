package org.quadrille.cubes.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Members by value, largest first, with cumulative shares and classes.
 *
 * <p>A member is in class A while the cumulative share <em>before</em> it is below the line, so the
 * one that crosses the line is in A and A is never empty. Members of the same value get the same
 * class, that of the first of them. Members at or below zero are class D: they come last, and the
 * total of the shares is without them.
 *
 * @param entries class A to C by value, then D
 * @param total sum of the values above zero
 * @param lines where the classes end
 * @param empty how many had no value at all; they are not among the entries
 */
public record Ranking(List<Entry> entries, double total, AbcLines lines, int empty) {
  /**
   * A ranked member.
   *
   * @param rank from 1; members of the same value have the same
   * @param share of the total; 0 for class D
   * @param cumulative share of all members up to this one; 1 for class D
   */
  public record Entry(int rank, Valued item, double share, double cumulative, AbcClass abc) {
    public Entry {
      Objects.requireNonNull(item, "item");
      Objects.requireNonNull(abc, "abc");
    }
  }

  public Ranking {
    entries = List.copyOf(entries);
    Objects.requireNonNull(lines, "lines");
  }

  /** Ranks members; the order of those with the same value is that of their keys. */
  public static Ranking of(List<Valued> items, AbcLines lines) {
    List<Valued> sorted = new ArrayList<>(items.size());
    double total = 0;
    for (Valued item : items) {
      if (!Double.isNaN(item.value())) {
        sorted.add(item);
        total += Math.max(0, item.value());
      }
    }
    sorted.sort(Comparator.comparingDouble(Valued::value).reversed().thenComparing(Valued::key));
    List<Entry> entries = new ArrayList<>(sorted.size());
    double cumulated = 0;
    Entry last = null;
    for (Valued item : sorted) {
      boolean tie = last != null && last.item().value() == item.value();
      double before = total == 0 ? 0 : cumulated / total;
      cumulated += Math.max(0, item.value());
      AbcClass abc = tie ? last.abc() : classOf(item.value(), before, lines);
      double share = abc == AbcClass.D ? 0 : item.value() / total;
      double cumulative = abc == AbcClass.D ? 1 : Math.min(1, cumulated / total);
      int rank = tie ? last.rank() : entries.size() + 1;
      last = new Entry(rank, item, share, cumulative, abc);
      entries.add(last);
    }
    return new Ranking(entries, total, lines, items.size() - sorted.size());
  }

  private static AbcClass classOf(double value, double before, AbcLines lines) {
    if (value <= 0) {
      return AbcClass.D;
    }
    // A share that differs from the line by rounding of sums only counts as on the line.
    double share = before + 1e-12;
    return share < lines.a() ? AbcClass.A : share < lines.b() ? AbcClass.B : AbcClass.C;
  }

  /** The entries above zero: classes A to C. */
  public List<Entry> ranked() {
    return entries.stream().filter(entry -> entry.abc() != AbcClass.D).toList();
  }

  /** How many members are in a class. */
  public int count(AbcClass abc) {
    return (int) entries.stream().filter(entry -> entry.abc() == abc).count();
  }

  /** Share of the total that a class has; 0 for D. */
  public double share(AbcClass abc) {
    return entries.stream().filter(e -> e.abc() == abc).mapToDouble(Entry::share).sum();
  }

  /** Sum of the values of a class; zero or negative for D. */
  public double sum(AbcClass abc) {
    return entries.stream().filter(e -> e.abc() == abc).mapToDouble(e -> e.item().value()).sum();
  }

  /** Class A's share of all ranked members; NaN where none is ranked. */
  public double vitalFew() {
    int ranked = entries.size() - count(AbcClass.D);
    return ranked == 0 ? Double.NaN : (double) count(AbcClass.A) / ranked;
  }
}
