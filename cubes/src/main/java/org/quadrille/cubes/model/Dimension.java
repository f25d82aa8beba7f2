package org.quadrille.cubes.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dimension of a cube. */
public final class Dimension {
  private final String name;
  private final org.quadrille.cubes.schema.@Nullable Dimension definition;
  private final List<Hierarchy> hierarchies = new ArrayList<>();

  Dimension(String name, org.quadrille.cubes.schema.@Nullable Dimension definition) {
    this.name = Objects.requireNonNull(name, "name");
    this.definition = definition;
  }

  void add(Hierarchy hierarchy) {
    hierarchies.add(hierarchy);
  }

  /** Its name, without brackets. */
  public String name() {
    return name;
  }

  /** Its name in brackets. */
  public String uniqueName() {
    return Names.quote(name);
  }

  /** What to show where no translation is given. */
  public String caption() {
    return definition == null || definition.caption() == null ? name : definition.caption();
  }

  /** What the schema says; null for Measures. */
  public org.quadrille.cubes.schema.@Nullable Dimension definition() {
    return definition;
  }

  /** Whether it holds the measures. */
  public boolean isMeasures() {
    return definition == null;
  }

  /** Whether it is a dimension of time: declared so, or with a level of time. */
  public boolean isTime() {
    return definition != null
        && (definition.time()
            || definition.hierarchies().stream()
                .flatMap(h -> h.levels().stream())
                .anyMatch(l -> l.levelType().isTime()));
  }

  /** Its hierarchies; the first is the one meant where only the dimension is named. */
  public List<Hierarchy> hierarchies() {
    return Collections.unmodifiableList(hierarchies);
  }

  @Override
  public String toString() {
    return uniqueName();
  }
}
