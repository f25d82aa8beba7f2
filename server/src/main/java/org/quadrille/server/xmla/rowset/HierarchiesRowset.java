package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;

/** MDSCHEMA_HIERARCHIES: the hierarchies of cubes, that of Measures first. */
final class HierarchiesRowset implements Rowset {
  /** STRUCTURE of a hierarchy whose branches all reach the same depth. */
  private static final int BALANCED = 0;

  /** STRUCTURE of a parent-child hierarchy. */
  private static final int UNBALANCED = 2;

  @Override
  public String name() {
    return "MDSCHEMA_HIERARCHIES";
  }

  @Override
  public String guid() {
    return "c8b522da-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The hierarchies of dimensions.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("DIMENSION_UNIQUE_NAME"),
        Column.key("HIERARCHY_NAME"),
        Column.key("HIERARCHY_UNIQUE_NAME"),
        Column.of("HIERARCHY_GUID", Column.Type.UUID),
        Column.text("HIERARCHY_CAPTION"),
        Column.of("DIMENSION_TYPE", Column.Type.SHORT),
        Column.of("HIERARCHY_CARDINALITY", Column.Type.UNSIGNED_INT),
        Column.text("DEFAULT_MEMBER"),
        Column.text("ALL_MEMBER"),
        Column.text("DESCRIPTION"),
        Column.of("STRUCTURE", Column.Type.SHORT),
        Column.of("IS_VIRTUAL", Column.Type.BOOLEAN),
        Column.of("IS_READWRITE", Column.Type.BOOLEAN),
        Column.of("DIMENSION_UNIQUE_SETTINGS", Column.Type.INT),
        Column.text("DIMENSION_MASTER_UNIQUE_NAME"),
        Column.of("DIMENSION_IS_VISIBLE", Column.Type.BOOLEAN),
        Column.of("HIERARCHY_ORDINAL", Column.Type.UNSIGNED_INT),
        Column.of("DIMENSION_IS_SHARED", Column.Type.BOOLEAN),
        Column.of("HIERARCHY_IS_VISIBLE", Column.Type.BOOLEAN),
        Column.of("HIERARCHY_ORIGIN", Column.Type.UNSIGNED_SHORT)
            .restricting(Column.Restriction.OWN),
        Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN),
        Column.of("HIERARCHY_VISIBILITY", Column.Type.UNSIGNED_SHORT)
            .restricting(Column.Restriction.OWN),
        Column.text("HIERARCHY_DISPLAY_FOLDER"),
        Column.of("PARENT_CHILD", Column.Type.BOOLEAN));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    discovery.cubes(
        (catalog, cube) -> {
          sink.accept(measures(catalog, cube));
          int ordinal = 1;
          for (DimensionInfo dimension : cube.dimensions()) {
            for (HierarchyInfo hierarchy : dimension.hierarchies()) {
              sink.accept(hierarchy(catalog, cube, dimension, hierarchy, ordinal++));
            }
          }
        });
  }

  private static Row measures(Catalog catalog, CubeMetadata cube) {
    return common(catalog, cube)
        .set("DIMENSION_UNIQUE_NAME", "[Measures]")
        .set("HIERARCHY_NAME", "Measures")
        .set("HIERARCHY_UNIQUE_NAME", "[Measures]")
        .set("HIERARCHY_CAPTION", "Measures")
        .set("DIMENSION_TYPE", Codes.DIMENSION_MEASURE)
        .set("HIERARCHY_CARDINALITY", cube.measures().size())
        .set(
            "DEFAULT_MEMBER",
            cube.measures().isEmpty() ? null : cube.measures().get(0).uniqueName())
        .set("STRUCTURE", BALANCED)
        .set("DIMENSION_MASTER_UNIQUE_NAME", "Measures")
        .set("DIMENSION_IS_VISIBLE", true)
        .set("HIERARCHY_ORDINAL", 0)
        .set("HIERARCHY_IS_VISIBLE", true)
        .set("PARENT_CHILD", false);
  }

  private static Row hierarchy(
      Catalog catalog,
      CubeMetadata cube,
      DimensionInfo dimension,
      HierarchyInfo hierarchy,
      int ordinal) {
    int cardinality = hierarchy.levels().stream().mapToInt(LevelInfo::memberCount).sum();
    return common(catalog, cube)
        .set("DIMENSION_UNIQUE_NAME", dimension.uniqueName())
        .set("HIERARCHY_NAME", hierarchy.name())
        .set("HIERARCHY_UNIQUE_NAME", hierarchy.uniqueName())
        .set("HIERARCHY_CAPTION", hierarchy.caption())
        .set("DIMENSION_TYPE", dimension.time() ? Codes.DIMENSION_TIME : Codes.DIMENSION_OTHER)
        .set("HIERARCHY_CARDINALITY", cardinality)
        .set("DEFAULT_MEMBER", hierarchy.defaultMember())
        .set("ALL_MEMBER", hierarchy.allMember())
        .set("DESCRIPTION", hierarchy.description())
        .set("STRUCTURE", hierarchy.parentChild() ? UNBALANCED : BALANCED)
        .set("DIMENSION_MASTER_UNIQUE_NAME", dimension.name())
        .set("DIMENSION_IS_VISIBLE", dimension.visible())
        .set("HIERARCHY_ORDINAL", ordinal)
        .set("HIERARCHY_IS_VISIBLE", hierarchy.visible())
        .set("PARENT_CHILD", hierarchy.parentChild());
  }

  private static Row common(Catalog catalog, CubeMetadata cube) {
    return new Row()
        .set("CATALOG_NAME", catalog.name())
        .set("CUBE_NAME", cube.name())
        .set("IS_VIRTUAL", false)
        .set("IS_READWRITE", false)
        .set("DIMENSION_UNIQUE_SETTINGS", 1)
        .set("DIMENSION_IS_SHARED", true)
        .set("HIERARCHY_ORIGIN", 1)
        .set("HIERARCHY_DISPLAY_FOLDER", "");
  }
}
