package org.quadrille.cubes.sql.view;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.quadrille.cubes.schema.AggregateTable;
import org.quadrille.cubes.schema.Cube;
import org.quadrille.cubes.schema.Dimension;
import org.quadrille.cubes.schema.Hierarchy;
import org.quadrille.cubes.schema.Level;
import org.quadrille.cubes.schema.MeasureGroup;
import org.quadrille.cubes.schema.Relation;
import org.quadrille.cubes.store.TableCatalog;
import org.quadrille.cubes.store.TableCatalog.TableInfo;

/** Finds the tables that a cube is made of: facts, dimensions, closures, aggregates. */
final class StarTables {
  private final TableCatalog database;
  private final Set<TableInfo> found = new LinkedHashSet<>();

  private StarTables(TableCatalog database) {
    this.database = database;
  }

  /** The tables of a cube that the database has. */
  static Set<TableInfo> of(Cube cube, TableCatalog database) {
    StarTables tables = new StarTables(database);
    for (MeasureGroup group : cube.measureGroups()) {
      tables.add(group.fact());
      group.aggregates().forEach(tables::add);
    }
    for (Dimension dimension : cube.dimensions()) {
      for (Hierarchy hierarchy : dimension.hierarchies()) {
        if (hierarchy.relation() != null) {
          tables.add(hierarchy.relation());
        }
        for (Level level : hierarchy.levels()) {
          if (level.closure() != null) {
            tables.add(level.closure().table());
          }
        }
      }
    }
    return tables.found;
  }

  private void add(Relation relation) {
    if (relation instanceof Relation.Join join) {
      add(join.left());
      add(join.right());
    } else if (relation instanceof Relation.Table table) {
      TableInfo info = database.find(table.schema(), table.name());
      if (info != null) {
        found.add(info);
      }
    }
  }

  private void add(AggregateTable declared) {
    Pattern pattern =
        Pattern.compile(
            declared.pattern() == null
                ? Pattern.quote(String.valueOf(declared.name()))
                : declared.pattern(),
            Pattern.CASE_INSENSITIVE);
    for (TableInfo table : database.tables()) {
      if (pattern.matcher(table.name()).matches()
          && table.indexOf(declared.factCountColumn()) >= 0
          && declared.excludedPatterns().stream()
              .noneMatch(
                  p -> table.name().toLowerCase(Locale.ROOT).matches(p.toLowerCase(Locale.ROOT)))) {
        found.add(table);
      }
    }
  }
}
