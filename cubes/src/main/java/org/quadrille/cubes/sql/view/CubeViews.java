package org.quadrille.cubes.sql.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.rights.CubeRights;
import org.quadrille.cubes.schema.CalculatedMember;
import org.quadrille.cubes.schema.SqlExpression;
import org.quadrille.cubes.sql.view.CubeView.LevelColumn;

/**
 * Makes the views of cubes. A level's column has the level's name and holds the members' names; a
 * name that was taken by a level before gets that of the hierarchy in front ({@code Weekly.Year}),
 * properties get that of their level. Keys and the order of members are columns where they differ
 * from the names.
 */
final class CubeViews {
  private final Cube cube;
  private final CubeRights rights;
  private final Set<String> taken = new HashSet<>();
  private final List<LevelColumn> columns = new ArrayList<>();

  private CubeViews(Cube cube, CubeRights rights) {
    this.cube = cube;
    this.rights = rights;
  }

  /** The view of a cube under rights. */
  static CubeView of(Cube cube, CubeRights rights) {
    return new CubeViews(cube, rights).view();
  }

  private CubeView view() {
    List<CubeView.Measure> measures = new ArrayList<>();
    Map<String, String> refused = new LinkedHashMap<>();
    readMeasures(measures, refused);
    cube.measures().forEach(m -> taken.add(key(m.name())));
    cube.definition().calculatedMembers().stream()
        .filter(FormulaReader::isMeasure)
        .forEach(m -> taken.add(key(m.name())));
    List<Level> levels = new ArrayList<>();
    for (Hierarchy hierarchy : cube.hierarchies()) {
      for (Level level : hierarchy.levels()) {
        if (level.definition() != null) {
          levels.add(level);
        }
      }
    }
    // Names are given before rights are looked at: a column has one name for all roles.
    levels.forEach(this::addLevel);
    levels.forEach(this::addDetails);
    columns.removeIf(c -> !rights.isVisible(c.level()));
    return new CubeView(cube, rights, inOrder(levels), measures, refused);
  }

  private List<LevelColumn> inOrder(List<Level> levels) {
    List<LevelColumn> ordered = new ArrayList<>();
    for (Level level : levels) {
      columns.stream().filter(c -> c.level() == level).forEach(ordered::add);
    }
    return ordered;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void readMeasures(List<CubeView.Measure> measures, Map<String, String> refused) {
    for (MeasureMember measure : cube.measures()) {
      if (measure.definition().visible() && rights.isVisible(measure)) {
        measures.add(
            new CubeView.Measure(
                measure.name(),
                new MeasureFormula.Stored(measure),
                measure.definition().description()));
      }
    }
    FormulaReader formulas = new FormulaReader(cube);
    for (CalculatedMember member : cube.definition().calculatedMembers()) {
      if (!FormulaReader.isMeasure(member) || !member.visible() || !isVisible(member)) {
        continue;
      }
      try {
        measures.add(
            new CubeView.Measure(member.name(), formulas.read(member), member.description()));
      } catch (FormulaReader.NotArithmetic e) {
        refused.put(key(member.name()), e.getMessage());
      }
    }
  }

  private boolean isVisible(CalculatedMember member) {
    return cube.calculatedMembers().stream()
        .filter(m -> m.hierarchy().isMeasures() && m.name().equals(member.name()))
        .allMatch(rights::isVisible);
  }

  private void addLevel(Level level) {
    org.quadrille.cubes.schema.Level definition = definition(level);
    add(
        level,
        level.name(),
        level.hierarchy().name() + "." + level.name(),
        definition.nameKey() == null ? definition.key() : definition.nameKey(),
        definition.description());
  }

  private void addDetails(Level level) {
    org.quadrille.cubes.schema.Level definition = definition(level);
    String name = nameOf(level);
    if (definition.nameKey() != null && !definition.nameKey().equals(definition.key())) {
      add(level, name + " Key", name + ".Key", definition.key(), null);
    }
    SqlExpression order = definition.ordinalKey();
    if (order != null && !order.equals(definition.nameKey()) && !order.equals(definition.key())) {
      add(level, name + " Order", name + ".Order", order, null);
    }
    for (org.quadrille.cubes.schema.Level.Property property : definition.properties()) {
      boolean general = property.name().startsWith("caption.");
      add(
          level,
          general ? name + "." + property.name() : property.name(),
          name + "." + property.name(),
          property.expression(),
          property.description());
    }
  }

  private static org.quadrille.cubes.schema.Level definition(Level level) {
    org.quadrille.cubes.schema.Level definition = level.definition();
    if (definition == null) {
      throw new IllegalArgumentException(level + " has no column");
    }
    return definition;
  }

  private String nameOf(Level level) {
    return columns.stream()
        .filter(c -> c.level() == level)
        .map(LevelColumn::name)
        .findFirst()
        .orElse(level.name());
  }

  private void add(
      Level level,
      String plain,
      String qualified,
      SqlExpression expression,
      @Nullable String comment) {
    String name = taken.contains(key(plain)) ? qualified : plain;
    String free = name;
    for (int i = 2; !taken.add(key(free)); i++) {
      free = name + " " + i;
    }
    columns.add(new LevelColumn(free, level, expression, comment));
  }
}
