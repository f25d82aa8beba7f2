package org.quadrille.web.explorer;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;
import org.quadrille.cubes.catalog.UnknownNameException;

/** The hierarchies, levels and measures of a cube by name. */
final class CubeFields {
  private final CubeMetadata cube;

  CubeFields(CubeMetadata cube) {
    this.cube = Objects.requireNonNull(cube, "cube");
  }

  CubeMetadata cube() {
    return cube;
  }

  Stream<HierarchyInfo> hierarchies() {
    return cube.dimensions().stream()
        .filter(DimensionInfo::visible)
        .flatMap(dimension -> dimension.hierarchies().stream())
        .filter(HierarchyInfo::visible);
  }

  /**
   * A hierarchy by its unique name.
   *
   * @throws UnknownNameException if there is none
   */
  HierarchyInfo hierarchy(String name) {
    return hierarchies()
        .filter(hierarchy -> hierarchy.uniqueName().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown("hierarchy", name));
  }

  /** The hierarchy that a member or level belongs to, by its name. */
  Optional<HierarchyInfo> hierarchyOf(String name) {
    return cube.dimensions().stream()
        .flatMap(dimension -> dimension.hierarchies().stream())
        .filter(hierarchy -> UniqueName.isOf(name, hierarchy.uniqueName()))
        .max(Comparator.comparingInt(hierarchy -> hierarchy.uniqueName().length()));
  }

  /** A level by its unique name; empty where there is none. */
  Optional<LevelInfo> level(String name) {
    return hierarchies()
        .flatMap(hierarchy -> hierarchy.levels().stream())
        .filter(level -> level.uniqueName().equals(name))
        .findFirst();
  }

  /** The levels without the All level. */
  static List<LevelInfo> levels(HierarchyInfo hierarchy) {
    return hierarchy.levels().stream()
        .filter(level -> level.visible() && !level.type().equalsIgnoreCase("ALL"))
        .toList();
  }

  /**
   * A measure by its unique name.
   *
   * @throws UnknownNameException if there is none
   */
  MeasureInfo measure(String name) {
    return cube.measures().stream()
        .filter(measure -> measure.uniqueName().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown("measure", name));
  }

  boolean isMeasure(String name) {
    return cube.measures().stream().anyMatch(measure -> measure.uniqueName().equals(name));
  }

  /** Where a hierarchy begins on an axis: its first level, or the children of All. */
  AxisField.Base start(HierarchyInfo hierarchy) {
    if (hierarchy.parentChild() && hierarchy.allMember() != null) {
      return new AxisField.Children(hierarchy.allMember());
    }
    List<LevelInfo> levels = levels(hierarchy);
    return levels.isEmpty()
        ? new AxisField.Members(List.of(hierarchy.defaultMember()))
        : new AxisField.Level(levels.get(0).uniqueName());
  }

  /**
   * Checks that everything that a state names by hierarchy, level or measure is there. Members are
   * looked up by the query.
   *
   * @throws UnknownNameException if something is not
   */
  void check(PivotState state) {
    state.measures().forEach(this::measure);
    Stream.concat(state.rows().stream(), state.columns().stream())
        .forEach(
            field -> {
              hierarchy(field.hierarchy());
              if (field.base() instanceof AxisField.Level level && level(level.level()).isEmpty()) {
                throw unknown("level", level.level());
              }
            });
    state.filters().forEach(filter -> hierarchy(filter.hierarchy()));
  }

  private UnknownNameException unknown(String kind, String name) {
    return new UnknownNameException("cube " + cube.name() + " has no " + kind + " " + name);
  }
}
