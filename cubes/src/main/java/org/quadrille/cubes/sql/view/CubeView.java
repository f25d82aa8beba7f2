package org.quadrille.cubes.sql.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.rights.CubeRights;
import org.quadrille.cubes.schema.SqlExpression;

/**
 * A cube as one wide view: what a role may see of its levels, their members' properties, and its
 * measures. Names are told apart without regard to case.
 */
public final class CubeView {
  private final Cube cube;
  private final CubeRights rights;
  private final Map<String, LevelColumn> columns = new LinkedHashMap<>();
  private final Map<String, Measure> measures = new LinkedHashMap<>();
  private final Map<String, String> refused = new LinkedHashMap<>();

  /** A column that holds an expression over a level's relation. */
  public record LevelColumn(
      String name, Level level, SqlExpression expression, @Nullable String comment) {
    public LevelColumn {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(expression, "expression");
    }
  }

  /** A measure with what it is made of. */
  public record Measure(String name, MeasureFormula formula, @Nullable String comment) {
    public Measure {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(formula, "formula");
    }
  }

  CubeView(
      Cube cube,
      CubeRights rights,
      List<LevelColumn> columns,
      List<Measure> measures,
      Map<String, String> refused) {
    this.cube = Objects.requireNonNull(cube, "cube");
    this.rights = Objects.requireNonNull(rights, "rights");
    columns.forEach(c -> this.columns.put(key(c.name()), c));
    measures.forEach(m -> this.measures.put(key(m.name()), m));
    this.refused.putAll(refused);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The cube's name. */
  public String name() {
    return cube.name();
  }

  /** What the schema says of the cube, null where it says nothing. */
  public @Nullable String comment() {
    return cube.definition().description();
  }

  /** The cube. */
  public Cube cube() {
    return cube;
  }

  /** What the role may see of it. */
  public CubeRights rights() {
    return rights;
  }

  /** Levels and properties, in the order of the cube. */
  public List<LevelColumn> columns() {
    return List.copyOf(columns.values());
  }

  /** The measures, in the order of the schema. */
  public List<Measure> measures() {
    return List.copyOf(measures.values());
  }

  /** The column of that name, null where there is none. */
  public @Nullable LevelColumn column(String name) {
    return columns.get(key(name));
  }

  /** The measure of that name, null where there is none. */
  public @Nullable Measure measure(String name) {
    return measures.get(key(name));
  }

  /** Why a measure of the cube cannot be used in SQL, null where there is no such measure. */
  public @Nullable String refusal(String name) {
    return refused.get(key(name));
  }

  /** The names of all columns and measures. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    columns.values().forEach(c -> names.add(c.name()));
    measures.values().forEach(m -> names.add(m.name()));
    return names;
  }
}
