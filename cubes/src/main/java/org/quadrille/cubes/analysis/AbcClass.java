package org.quadrille.cubes.analysis;

/** The class of a ranked member. */
public enum AbcClass {
  /** The vital few. */
  A,
  B,
  C,
  /** Nothing bought, or more returned than bought; outside of the ranking. */
  D
}
