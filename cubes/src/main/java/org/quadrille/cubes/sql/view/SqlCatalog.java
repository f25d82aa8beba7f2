package org.quadrille.cubes.sql.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.rights.CubeRights;
import org.quadrille.cubes.store.TableCatalog;
import org.quadrille.cubes.store.TableCatalog.TableInfo;

/**
 * What SQL may read under one role: views of cubes and tables of the star. A table of which a cube
 * is made that the role may not see in whole is not there for it; the cube's view is. Safe for use
 * by many threads.
 */
public final class SqlCatalog {
  private final String name;
  private final Map<String, CubeView> cubes = new LinkedHashMap<>();
  private final Map<String, TableInfo> tables = new LinkedHashMap<>();

  /**
   * A cube of the schema.
   *
   * @param rights what the role may see of it, null for nothing
   */
  public record Part(Cube cube, @Nullable CubeRights rights) {}

  /** The catalog of that name over the tables of a database. */
  public SqlCatalog(String name, List<Part> parts, TableCatalog database) {
    this.name = name;
    Set<TableInfo> hidden = new LinkedHashSet<>();
    Set<TableInfo> shown = new LinkedHashSet<>();
    for (Part part : parts) {
      Set<TableInfo> used = StarTables.of(part.cube().definition(), database);
      if (part.rights() != null) {
        cubes.put(key(part.cube().name()), CubeViews.of(part.cube(), part.rights()));
      }
      (part.rights() != null && part.rights().isAll() ? shown : hidden).addAll(used);
    }
    for (TableInfo table : shown) {
      if (!hidden.contains(table)) {
        tables.put(key(table.name()), table);
      }
    }
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The catalog's name. */
  public String name() {
    return name;
  }

  /** The cubes' views. */
  public List<CubeView> cubes() {
    return List.copyOf(cubes.values());
  }

  /** The star's tables. */
  public List<TableInfo> tables() {
    return List.copyOf(tables.values());
  }

  /** The view of a cube, null where there is none. */
  public @Nullable CubeView cube(String cube) {
    return cubes.get(key(cube));
  }

  /** The table of the star, null where there is none. */
  public @Nullable TableInfo table(String table) {
    return tables.get(key(table));
  }

  /** The names of all views and tables. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    cubes.values().forEach(c -> names.add(c.name()));
    tables.values().forEach(t -> names.add(t.name()));
    return names;
  }
}
