package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;

/** MDSCHEMA_LEVELS: the levels of hierarchies, that of Measures first. */
final class LevelsRowset implements Rowset {
  @Override
  public String name() {
    return "MDSCHEMA_LEVELS";
  }

  @Override
  public String guid() {
    return "c8b522db-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The levels of hierarchies.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("DIMENSION_UNIQUE_NAME"),
        Column.key("HIERARCHY_UNIQUE_NAME"),
        Column.key("LEVEL_NAME"),
        Column.key("LEVEL_UNIQUE_NAME"),
        Column.of("LEVEL_GUID", Column.Type.UUID),
        Column.text("LEVEL_CAPTION"),
        Column.of("LEVEL_NUMBER", Column.Type.UNSIGNED_INT),
        Column.of("LEVEL_CARDINALITY", Column.Type.UNSIGNED_INT),
        Column.of("LEVEL_TYPE", Column.Type.INT),
        Column.text("DESCRIPTION"),
        Column.of("CUSTOM_ROLLUP_SETTINGS", Column.Type.INT),
        Column.of("LEVEL_UNIQUE_SETTINGS", Column.Type.INT),
        Column.of("LEVEL_IS_VISIBLE", Column.Type.BOOLEAN),
        Column.of("LEVEL_ORIGIN", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN),
        Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN),
        Column.of("LEVEL_VISIBILITY", Column.Type.UNSIGNED_SHORT)
            .restricting(Column.Restriction.OWN));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    discovery.cubes(
        (catalog, cube) -> {
          sink.accept(measures(catalog, cube));
          for (DimensionInfo dimension : cube.dimensions()) {
            for (HierarchyInfo hierarchy : dimension.hierarchies()) {
              for (LevelInfo level : hierarchy.levels()) {
                sink.accept(level(catalog, cube, dimension, hierarchy, level));
              }
            }
          }
        });
  }

  private static Row measures(Catalog catalog, CubeMetadata cube) {
    return common(catalog, cube)
        .set("DIMENSION_UNIQUE_NAME", "[Measures]")
        .set("HIERARCHY_UNIQUE_NAME", "[Measures]")
        .set("LEVEL_NAME", "MeasuresLevel")
        .set("LEVEL_UNIQUE_NAME", "[Measures].[MeasuresLevel]")
        .set("LEVEL_CAPTION", "MeasuresLevel")
        .set("LEVEL_NUMBER", 0)
        .set("LEVEL_CARDINALITY", cube.measures().size())
        .set("LEVEL_TYPE", 0)
        .set("LEVEL_IS_VISIBLE", true);
  }

  private static Row level(
      Catalog catalog,
      CubeMetadata cube,
      DimensionInfo dimension,
      HierarchyInfo hierarchy,
      LevelInfo level) {
    return common(catalog, cube)
        .set("DIMENSION_UNIQUE_NAME", dimension.uniqueName())
        .set("HIERARCHY_UNIQUE_NAME", hierarchy.uniqueName())
        .set("LEVEL_NAME", level.name())
        .set("LEVEL_UNIQUE_NAME", level.uniqueName())
        .set("LEVEL_CAPTION", level.caption())
        .set("LEVEL_NUMBER", level.depth())
        .set("LEVEL_CARDINALITY", level.memberCount())
        .set("LEVEL_TYPE", Codes.level(level.type()))
        .set("DESCRIPTION", level.description())
        .set("LEVEL_IS_VISIBLE", level.visible());
  }

  private static Row common(Catalog catalog, CubeMetadata cube) {
    return new Row()
        .set("CATALOG_NAME", catalog.name())
        .set("CUBE_NAME", cube.name())
        .set("CUSTOM_ROLLUP_SETTINGS", 0)
        .set("LEVEL_UNIQUE_SETTINGS", 0)
        .set("LEVEL_ORIGIN", 1);
  }
}
