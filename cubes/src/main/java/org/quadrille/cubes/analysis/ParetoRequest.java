package org.quadrille.cubes.analysis;

import java.util.Objects;

/**
 * What to rank.
 *
 * @param level unique name of the level whose members are ranked
 * @param measure unique name of the measure
 * @param slice period, region and whatever else restricts it; a member of the level's own hierarchy
 *     restricts the ranking to those below it
 * @param lines where the classes end
 */
public record ParetoRequest(String level, String measure, Slice slice, AbcLines lines) {
  public ParetoRequest {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(slice, "slice");
    Objects.requireNonNull(lines, "lines");
  }
}
