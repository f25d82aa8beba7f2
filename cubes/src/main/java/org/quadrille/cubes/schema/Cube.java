package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cube, base or virtual.
 *
 * @param defaultMeasure name of the default measure, null for the first
 * @param dimensions in the order of the file
 * @param measureGroups one for a base cube, one for each base cube of a virtual cube
 * @param measures stored measures in the order of the file; each names its measure group
 * @param calculatedMembers the cube's own and, for a virtual cube, those it takes from base cubes
 *     together with what those need (invisible then)
 */
public record Cube(
    String name,
    @Nullable String caption,
    @Nullable String description,
    boolean visible,
    boolean virtual,
    @Nullable String defaultMeasure,
    List<Dimension> dimensions,
    List<MeasureGroup> measureGroups,
    List<Measure> measures,
    List<CalculatedMember> calculatedMembers,
    List<NamedSet> namedSets,
    Annotations annotations,
    Location location) {
  public Cube {
    Objects.requireNonNull(name, "name");
    dimensions = List.copyOf(dimensions);
    measureGroups = List.copyOf(measureGroups);
    measures = List.copyOf(measures);
    calculatedMembers = List.copyOf(calculatedMembers);
    namedSets = List.copyOf(namedSets);
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(location, "location");
  }
}
