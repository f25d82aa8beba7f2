package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureGroupInfo;

/** MDSCHEMA_MEASUREGROUP_DIMENSIONS: which dimensions the facts of a group have. */
final class MeasureGroupDimensionsRowset implements Rowset {
  @Override
  public String name() {
    return "MDSCHEMA_MEASUREGROUP_DIMENSIONS";
  }

  @Override
  public String guid() {
    return "a07ccd33-8148-11d0-87bb-00c04fc33942";
  }

  @Override
  public String description() {
    return "The dimensions of each group of measures.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("MEASUREGROUP_NAME"),
        Column.text("MEASUREGROUP_CARDINALITY"),
        Column.key("DIMENSION_UNIQUE_NAME"),
        Column.text("DIMENSION_CARDINALITY"),
        Column.of("DIMENSION_IS_VISIBLE", Column.Type.BOOLEAN),
        Column.of("DIMENSION_IS_FACT_DIMENSION", Column.Type.BOOLEAN),
        Column.text("DIMENSION_GRANULARITY"),
        Column.of("DIMENSION_VISIBILITY", Column.Type.UNSIGNED_SHORT)
            .restricting(Column.Restriction.OWN));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    discovery.cubes(
        (catalog, cube) -> {
          for (MeasureGroupInfo group : cube.measureGroups()) {
            for (DimensionInfo dimension : cube.dimensions()) {
              if (group.dimensions().contains(dimension.uniqueName())) {
                sink.accept(row(catalog, cube, group, dimension));
              }
            }
          }
        });
  }

  private static Row row(
      Catalog catalog, CubeMetadata cube, MeasureGroupInfo group, DimensionInfo dimension) {
    return new Row()
        .set("CATALOG_NAME", catalog.name())
        .set("CUBE_NAME", cube.name())
        .set("MEASUREGROUP_NAME", group.name())
        .set("MEASUREGROUP_CARDINALITY", "ONE")
        .set("DIMENSION_UNIQUE_NAME", dimension.uniqueName())
        .set("DIMENSION_CARDINALITY", "MANY")
        .set("DIMENSION_IS_VISIBLE", dimension.visible())
        .set("DIMENSION_IS_FACT_DIMENSION", false)
        .set(
            "DIMENSION_GRANULARITY",
            dimension.hierarchies().isEmpty() ? null : dimension.hierarchies().get(0).uniqueName());
  }
}
