package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeSummary;

/** MDSCHEMA_CUBES: the cubes that can be used. */
final class CubesRowset implements Rowset {
  /** Bit of CUBE_SOURCE that stands for cubes, not dimensions. */
  private static final int SOURCE_CUBE = 1;

  @Override
  public String name() {
    return "MDSCHEMA_CUBES";
  }

  @Override
  public String guid() {
    return "c8b522d8-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The cubes of the catalogs.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("CUBE_TYPE"),
        Column.of("CUBE_GUID", Column.Type.UUID),
        Column.of("CREATED_ON", Column.Type.DATE_TIME),
        Column.of("LAST_SCHEMA_UPDATE", Column.Type.DATE_TIME),
        Column.text("SCHEMA_UPDATED_BY"),
        Column.of("LAST_DATA_UPDATE", Column.Type.DATE_TIME),
        Column.text("DATA_UPDATED_BY"),
        Column.text("DESCRIPTION"),
        Column.of("IS_DRILLTHROUGH_ENABLED", Column.Type.BOOLEAN),
        Column.of("IS_LINKABLE", Column.Type.BOOLEAN),
        Column.of("IS_WRITE_ENABLED", Column.Type.BOOLEAN),
        Column.of("IS_SQL_ENABLED", Column.Type.BOOLEAN),
        Column.text("CUBE_CAPTION"),
        Column.key("BASE_CUBE_NAME"),
        Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    if (!Bits.accept(discovery.single("CUBE_SOURCE"), SOURCE_CUBE)) {
      return;
    }
    for (Catalog catalog : discovery.catalogs()) {
      for (CubeSummary cube : catalog.cubes(discovery.context())) {
        if (cube.visible() && cube.fault() == null) {
          sink.accept(row(catalog, cube));
        }
      }
    }
  }

  private static Row row(Catalog catalog, CubeSummary cube) {
    return new Row()
        .set("CATALOG_NAME", catalog.name())
        .set("CUBE_NAME", cube.name())
        .set("CUBE_TYPE", "CUBE")
        .set("DESCRIPTION", cube.description())
        .set("IS_DRILLTHROUGH_ENABLED", true)
        .set("IS_LINKABLE", false)
        .set("IS_WRITE_ENABLED", false)
        .set("IS_SQL_ENABLED", false)
        .set("CUBE_CAPTION", cube.caption())
        .set("CUBE_SOURCE", SOURCE_CUBE);
  }
}
