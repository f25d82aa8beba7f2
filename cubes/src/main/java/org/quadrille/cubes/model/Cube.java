package org.quadrille.cubes.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.Schema;

/** A cube for one version of the data. */
public final class Cube {
  private final org.quadrille.cubes.schema.Cube definition;
  private final Schema schema;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final List<Hierarchy> hierarchies = new ArrayList<>();
  private final List<MeasureMember> measures = new ArrayList<>();
  private final List<CalculatedMember> calculatedMembers = new ArrayList<>();

  Cube(org.quadrille.cubes.schema.Cube definition, Schema schema) {
    this.definition = Objects.requireNonNull(definition, "definition");
    this.schema = Objects.requireNonNull(schema, "schema");
  }

  void add(Dimension dimension) {
    dimensions.add(dimension);
  }

  void add(Hierarchy hierarchy) {
    hierarchies.add(hierarchy);
  }

  void add(MeasureMember measure) {
    measures.add(measure);
  }

  /** Adds a calculated member of the schema; only while the cube is made. */
  public void add(CalculatedMember member) {
    calculatedMembers.add(member);
  }

  /** Its name, without brackets. */
  public String name() {
    return definition.name();
  }

  /** What the schema says. */
  public org.quadrille.cubes.schema.Cube definition() {
    return definition;
  }

  /** The schema it belongs to. */
  public Schema schema() {
    return schema;
  }

  /** Its dimensions; Measures comes first. */
  public List<Dimension> dimensions() {
    return Collections.unmodifiableList(dimensions);
  }

  /** Its hierarchies by ordinal; Measures comes first. */
  public List<Hierarchy> hierarchies() {
    return Collections.unmodifiableList(hierarchies);
  }

  /** The hierarchy of the measures. */
  public Hierarchy measuresHierarchy() {
    return hierarchies.get(0);
  }

  /** Its stored measures, in the order of the schema. */
  public List<MeasureMember> measures() {
    return Collections.unmodifiableList(measures);
  }

  /** The schema's calculated members, in the order of the schema. */
  public List<CalculatedMember> calculatedMembers() {
    return Collections.unmodifiableList(calculatedMembers);
  }

  /** The dimension of that name without regard to case, null where there is none. */
  public @Nullable Dimension dimension(String name) {
    return dimensions.stream()
        .filter(d -> d.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  /**
   * The hierarchy of that name without regard to case, null where there is none. Second hierarchies
   * are {@code Time.Weekly}.
   */
  public @Nullable Hierarchy hierarchy(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (Hierarchy hierarchy : hierarchies) {
      String full = hierarchy.dimension().name() + "." + hierarchy.name();
      if (full.toLowerCase(Locale.ROOT).equals(wanted)) {
        return hierarchy;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return Names.quote(name());
  }
}
