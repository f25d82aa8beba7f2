package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;

/** MDSCHEMA_DIMENSIONS: the dimensions of cubes, Measures first. */
final class DimensionsRowset implements Rowset {
  @Override
  public String name() {
    return "MDSCHEMA_DIMENSIONS";
  }

  @Override
  public String guid() {
    return "c8b522d9-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The dimensions of cubes.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("DIMENSION_NAME"),
        Column.key("DIMENSION_UNIQUE_NAME"),
        Column.of("DIMENSION_GUID", Column.Type.UUID),
        Column.text("DIMENSION_CAPTION"),
        Column.of("DIMENSION_ORDINAL", Column.Type.UNSIGNED_INT),
        Column.of("DIMENSION_TYPE", Column.Type.SHORT),
        Column.of("DIMENSION_CARDINALITY", Column.Type.UNSIGNED_INT),
        Column.text("DEFAULT_HIERARCHY"),
        Column.text("DESCRIPTION"),
        Column.of("IS_VIRTUAL", Column.Type.BOOLEAN),
        Column.of("IS_READWRITE", Column.Type.BOOLEAN),
        Column.of("DIMENSION_UNIQUE_SETTINGS", Column.Type.INT),
        Column.text("DIMENSION_MASTER_UNIQUE_NAME"),
        Column.of("DIMENSION_IS_VISIBLE", Column.Type.BOOLEAN),
        Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN),
        Column.of("DIMENSION_VISIBILITY", Column.Type.UNSIGNED_SHORT)
            .restricting(Column.Restriction.OWN));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    discovery.cubes(
        (catalog, cube) -> {
          sink.accept(
              row(catalog, cube, "Measures", "[Measures]", "Measures", null)
                  .set("DIMENSION_ORDINAL", 0)
                  .set("DIMENSION_TYPE", Codes.DIMENSION_MEASURE)
                  .set("DIMENSION_CARDINALITY", cube.measures().size())
                  .set("DEFAULT_HIERARCHY", "[Measures]")
                  .set("DIMENSION_IS_VISIBLE", true));
          int ordinal = 1;
          for (DimensionInfo dimension : cube.dimensions()) {
            sink.accept(dimension(catalog, cube, dimension, ordinal++));
          }
        });
  }

  private static Row dimension(
      Catalog catalog, CubeMetadata cube, DimensionInfo dimension, int ordinal) {
    int cardinality =
        dimension.hierarchies().stream()
            .flatMap(hierarchy -> hierarchy.levels().stream())
            .mapToInt(LevelInfo::memberCount)
            .max()
            .orElse(0);
    return row(
            catalog,
            cube,
            dimension.name(),
            dimension.uniqueName(),
            dimension.caption(),
            dimension.description())
        .set("DIMENSION_ORDINAL", ordinal)
        .set("DIMENSION_TYPE", dimension.time() ? Codes.DIMENSION_TIME : Codes.DIMENSION_OTHER)
        .set("DIMENSION_CARDINALITY", cardinality)
        .set(
            "DEFAULT_HIERARCHY",
            dimension.hierarchies().isEmpty() ? null : dimension.hierarchies().get(0).uniqueName())
        .set("DIMENSION_IS_VISIBLE", dimension.visible());
  }

  private static Row row(
      Catalog catalog,
      CubeMetadata cube,
      String name,
      String uniqueName,
      String caption,
      @Nullable String description) {
    return new Row()
        .set("CATALOG_NAME", catalog.name())
        .set("CUBE_NAME", cube.name())
        .set("DIMENSION_NAME", name)
        .set("DIMENSION_UNIQUE_NAME", uniqueName)
        .set("DIMENSION_CAPTION", caption)
        .set("DESCRIPTION", description)
        .set("IS_VIRTUAL", false)
        .set("IS_READWRITE", false)
        .set("DIMENSION_UNIQUE_SETTINGS", 1)
        .set("DIMENSION_MASTER_UNIQUE_NAME", name);
  }
}
