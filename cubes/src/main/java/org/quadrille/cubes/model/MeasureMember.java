package org.quadrille.cubes.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.Aggregator;
import org.quadrille.cubes.schema.Measure;
import org.quadrille.cubes.schema.MeasureGroup;

/** A stored measure. */
public final class MeasureMember implements Member {
  private final Hierarchy hierarchy;
  private final Measure definition;
  private final MeasureGroup group;
  private final int index;

  MeasureMember(Hierarchy hierarchy, Measure definition, MeasureGroup group, int index) {
    this.hierarchy = Objects.requireNonNull(hierarchy, "hierarchy");
    this.definition = Objects.requireNonNull(definition, "definition");
    this.group = Objects.requireNonNull(group, "group");
    this.index = index;
  }

  /** What the schema says. */
  public Measure definition() {
    return definition;
  }

  /** The facts that it aggregates. */
  public MeasureGroup group() {
    return group;
  }

  /** How it aggregates them. */
  public Aggregator aggregator() {
    return definition.aggregator();
  }

  /** Its place among the cube's stored measures. */
  public int index() {
    return index;
  }

  @Override
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  @Override
  public Level level() {
    return hierarchy.levels().get(0);
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public String uniqueName() {
    return hierarchy.uniqueName() + "." + Names.quote(name());
  }

  @Override
  public String caption() {
    return definition.caption() == null ? name() : definition.caption();
  }

  @Override
  public @Nullable Member parent() {
    return null;
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public String toString() {
    return uniqueName();
  }
}
