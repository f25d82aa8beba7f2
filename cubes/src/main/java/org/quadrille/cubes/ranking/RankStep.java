package org.quadrille.cubes.ranking;

import java.util.Objects;
import org.quadrille.cubes.analysis.AbcCut;

/**
 * A ranking of those whom the step before put into class A, or of all. Borders that the data choose
 * are those of a ranking by value.
 */
public record RankStep(RankRule rule, AbcCut cut) {
  public RankStep {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(cut, "cut");
    if (cut.basis() == AbcCut.Basis.COMPUTED && !rule.byValue()) {
      throw new IllegalArgumentException("the data choose borders of rankings by value only");
    }
  }
}
