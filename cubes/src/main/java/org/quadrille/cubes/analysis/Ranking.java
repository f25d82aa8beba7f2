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
   * @param cumulative share of the total of all members up to this one; 1 for class D
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

  /**
   * Something in its place.
   *
   * @param rank from 1; equal ones have the same
   */
  public record Placed(Valued item, int rank) {
    public Placed {
      Objects.requireNonNull(item, "item");
    }
  }

  /** Ranks members by value; the order of those with the same value is that of their keys. */
  public static Ranking of(List<Valued> items, AbcLines lines) {
    return of(items, AbcCut.byValue(lines));
  }

  /** Ranks members by value and cuts as told. */
  public static Ranking of(List<Valued> items, AbcCut cut) {
    List<Valued> sorted = new ArrayList<>(items);
    sorted.removeIf(item -> Double.isNaN(item.value()));
    sorted.sort(Comparator.comparingDouble(Valued::value).reversed().thenComparing(Valued::key));
    List<Placed> placed = new ArrayList<>(sorted.size());
    for (Valued item : sorted) {
      Placed last = placed.isEmpty() ? null : placed.get(placed.size() - 1);
      boolean tie = last != null && last.item().value() == item.value();
      placed.add(new Placed(item, tie ? last.rank() : placed.size() + 1));
    }
    return inOrder(placed, cut, items.size() - sorted.size());
  }

  /**
   * Cuts members that were ranked by anything. Those at or below zero are class D, wherever they
   * stand, and count neither as value nor as members.
   *
   * @param placed best first; those with the same rank get the same class
   * @param empty how many more there are without a value
   */
  public static Ranking inOrder(List<Placed> placed, AbcCut cut, int empty) {
    List<Placed> ranked = placed.stream().filter(p -> p.item().value() > 0).toList();
    double total = ranked.stream().mapToDouble(p -> p.item().value()).sum();
    Border border = border(ranked, cut);
    List<Entry> entries = new ArrayList<>(placed.size());
    double cumulated = 0;
    int rank = 0;
    AbcClass abc = AbcClass.A;
    for (int i = 0; i < ranked.size(); i++) {
      Placed one = ranked.get(i);
      if (one.rank() != rank) {
        abc = border.classOf(i, cumulated / total);
        rank = one.rank();
      }
      double value = one.item().value();
      cumulated += value;
      double cumulative = Math.min(1, cumulated / total);
      entries.add(new Entry(rank, one.item(), value / total, cumulative, abc));
    }
    for (Placed one : placed) {
      if (!(one.item().value() > 0)) {
        entries.add(new Entry(one.rank(), one.item(), 0, 1, AbcClass.D));
      }
    }
    return new Ranking(entries, total, border.lines(), empty);
  }

  /**
   * The class of the member before whom there are so many members and such a share of the value.
   */
  private interface Border {
    AbcClass classOf(int members, double share);

    AbcLines lines();
  }

  private record Shares(AbcLines lines, int all) implements Border {
    /** A share that differs from the line by rounding of sums only counts as on the line. */
    private static final double ROUNDING = 1e-12;

    @Override
    public AbcClass classOf(int members, double share) {
      double before = (all == 0 ? share : (double) members / all) + ROUNDING;
      return before < lines.a() ? AbcClass.A : before < lines.b() ? AbcClass.B : AbcClass.C;
    }
  }

  private record Counts(ComputedLines counts, AbcLines lines) implements Border {
    @Override
    public AbcClass classOf(int members, double share) {
      return members < counts.a() ? AbcClass.A : members < counts.b() ? AbcClass.B : AbcClass.C;
    }
  }

  private static Border border(List<Placed> ranked, AbcCut cut) {
    return switch (cut.basis()) {
      case VALUE -> new Shares(cut.lines(), 0);
      case MEMBERS -> new Shares(cut.lines(), ranked.size());
      case COMPUTED ->
          new Counts(
              ComputedLines.of(ranked.stream().mapToDouble(p -> p.item().value()).toArray()),
              cut.lines());
    };
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
