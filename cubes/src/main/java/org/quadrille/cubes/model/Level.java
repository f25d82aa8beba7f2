package org.quadrille.cubes.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.schema.LevelType;

/** A level of a hierarchy. */
public final class Level {
  private final Hierarchy hierarchy;
  private final int depth;
  private final String name;
  private final org.quadrille.cubes.schema.@Nullable Level definition;

  Level(
      Hierarchy hierarchy,
      int depth,
      String name,
      org.quadrille.cubes.schema.@Nullable Level definition) {
    this.hierarchy = Objects.requireNonNull(hierarchy, "hierarchy");
    this.depth = depth;
    this.name = Objects.requireNonNull(name, "name");
    this.definition = definition;
  }

  /** The hierarchy it belongs to. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** 0 for the topmost level. */
  public int depth() {
    return depth;
  }

  /** Its name, without brackets. */
  public String name() {
    return name;
  }

  /** Its name with that of its hierarchy. */
  public String uniqueName() {
    return hierarchy.uniqueName() + "." + Names.quote(name);
  }

  /** What to show where no translation is given. */
  public String caption() {
    return definition == null || definition.caption() == null ? name : definition.caption();
  }

  /** What the schema says; null for the All level and the level of measures. */
  public org.quadrille.cubes.schema.@Nullable Level definition() {
    return definition;
  }

  /** Whether it holds the All member. */
  public boolean isAll() {
    return depth == 0 && hierarchy.hasAll();
  }

  /** What its members stand for in time. */
  public LevelType type() {
    return definition == null ? LevelType.REGULAR : definition.levelType();
  }

  /** Member properties that the schema declares. */
  public List<org.quadrille.cubes.schema.Level.Property> properties() {
    return definition == null ? List.of() : definition.properties();
  }

  /** The level below, null at the bottom. */
  public @Nullable Level child() {
    return depth + 1 < hierarchy.levels().size() ? hierarchy.levels().get(depth + 1) : null;
  }

  @Override
  public String toString() {
    return uniqueName();
  }
}
