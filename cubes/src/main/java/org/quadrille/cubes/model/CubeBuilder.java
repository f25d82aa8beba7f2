package org.quadrille.cubes.model;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.Schema;

/** Makes a cube from what the schema says; members are left to be read when needed. */
public final class CubeBuilder {
  private final Schema schema;
  private final org.quadrille.cubes.schema.Cube definition;
  private final BiFunction<
          org.quadrille.cubes.schema.Dimension,
          org.quadrille.cubes.schema.Hierarchy,
          Supplier<MemberTable>>
      sources;
  private final Cube cube;

  /**
   * Starts a cube.
   *
   * @param sources gives, for a hierarchy of a dimension, what reads its members
   */
  public CubeBuilder(
      Schema schema,
      org.quadrille.cubes.schema.Cube definition,
      BiFunction<
              org.quadrille.cubes.schema.Dimension,
              org.quadrille.cubes.schema.Hierarchy,
              Supplier<MemberTable>>
          sources) {
    this.schema = schema;
    this.definition = definition;
    this.sources = sources;
    this.cube = new Cube(definition, schema);
  }

  /** The cube, without the schema's calculated members. */
  public Cube build() {
    addMeasures();
    for (org.quadrille.cubes.schema.Dimension dimension : definition.dimensions()) {
      addDimension(dimension);
    }
    return cube;
  }

  private void addMeasures() {
    Dimension dimension = new Dimension("Measures", null);
    Hierarchy hierarchy =
        new Hierarchy(
            0,
            dimension,
            "Measures",
            null,
            () -> {
              throw new IllegalStateException("measures are not rows");
            });
    hierarchy.add(new Level(hierarchy, 0, "MeasuresLevel", null));
    dimension.add(hierarchy);
    cube.add(dimension);
    cube.add(hierarchy);
    for (org.quadrille.cubes.schema.Measure measure : definition.measures()) {
      cube.add(
          new MeasureMember(hierarchy, measure, group(measure.group()), cube.measures().size()));
    }
    String wanted = definition.defaultMeasure();
    MeasureMember chosen =
        cube.measures().stream()
            .filter(m -> m.name().equalsIgnoreCase(wanted))
            .findFirst()
            .orElse(cube.measures().get(0));
    hierarchy.setDefaultMember(chosen);
  }

  private MeasureGroup group(String name) {
    return definition.measureGroups().stream()
        .filter(g -> g.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no measure group " + name));
  }

  private void addDimension(org.quadrille.cubes.schema.Dimension source) {
    Dimension dimension = new Dimension(source.name(), source);
    cube.add(dimension);
    for (org.quadrille.cubes.schema.Hierarchy each : source.hierarchies()) {
      String name = each.name() == null || each.name().isEmpty() ? source.name() : each.name();
      Hierarchy hierarchy =
          new Hierarchy(
              cube.hierarchies().size(), dimension, name, each, sources.apply(source, each));
      if (each.hasAll()) {
        String allLevel = each.allLevelName() == null ? "(All)" : each.allLevelName();
        hierarchy.add(new Level(hierarchy, 0, allLevel, null));
      }
      for (org.quadrille.cubes.schema.Level level : each.levels()) {
        hierarchy.add(new Level(hierarchy, hierarchy.levels().size(), level.name(), level));
      }
      dimension.add(hierarchy);
      cube.add(hierarchy);
    }
  }
}
