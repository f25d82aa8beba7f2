package org.quadrille.cubes.analysis;

import java.util.Objects;

/**
 * How a ranking is cut into classes.
 *
 * @param lines where the classes end; not used where the data choose
 */
public record AbcCut(Basis basis, AbcLines lines) {
  /** What the lines are shares of. */
  public enum Basis {
    /** Cumulative share of the value. */
    VALUE,
    /** Share of the members, best first. */
    MEMBERS,
    /** Borders of the ABC curve itself; see {@link ComputedLines}. */
    COMPUTED
  }

  /** The first 20 % of the members, the next 60 %, the last 20 %. */
  public static final AbcCut TWENTY_SIXTY = new AbcCut(Basis.MEMBERS, new AbcLines(0.2, 0.8));

  public AbcCut {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(lines, "lines");
  }

  /** By cumulative share of the value. */
  public static AbcCut byValue(AbcLines lines) {
    return new AbcCut(Basis.VALUE, lines);
  }

  /** The first so many members of a hundred are class A, all others are class C. */
  public static AbcCut topMembers(double share) {
    return new AbcCut(Basis.MEMBERS, new AbcLines(share, share));
  }
}
