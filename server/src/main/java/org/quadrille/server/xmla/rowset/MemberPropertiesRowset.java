package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.PropertyInfo;

/** MDSCHEMA_PROPERTIES: properties of members, and with PROPERTY_TYPE 2 those of cells. */
final class MemberPropertiesRowset implements Rowset {
  private static final int OF_MEMBERS = 1;
  private static final int OF_CELLS = 2;

  /** OLE DB type of a value whose type is known only when it is there. */
  private static final int TYPE_VARIANT = 12;

  /** A property of cells with its OLE DB type. */
  private record CellProperty(String name, int type) {}

  private static final List<CellProperty> CELL_PROPERTIES =
      List.of(
          new CellProperty("VALUE", TYPE_VARIANT),
          new CellProperty("FORMATTED_VALUE", Codes.TYPE_TEXT),
          new CellProperty("FORMAT_STRING", Codes.TYPE_TEXT),
          new CellProperty("CELL_ORDINAL", Codes.TYPE_INT),
          new CellProperty("BACK_COLOR", Codes.TYPE_INT),
          new CellProperty("FORE_COLOR", Codes.TYPE_INT),
          new CellProperty("FONT_NAME", Codes.TYPE_TEXT),
          new CellProperty("FONT_SIZE", Codes.TYPE_INT),
          new CellProperty("FONT_FLAGS", Codes.TYPE_INT),
          new CellProperty("SOLVE_ORDER", Codes.TYPE_INT),
          new CellProperty("LANGUAGE", Codes.TYPE_INT));

  @Override
  public String name() {
    return "MDSCHEMA_PROPERTIES";
  }

  @Override
  public String guid() {
    return "c8b522dd-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The properties of members and cells.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("DIMENSION_UNIQUE_NAME"),
        Column.key("HIERARCHY_UNIQUE_NAME"),
        Column.key("LEVEL_UNIQUE_NAME"),
        Column.key("MEMBER_UNIQUE_NAME"),
        Column.of("PROPERTY_TYPE", Column.Type.SHORT).restricting(Column.Restriction.OWN),
        Column.key("PROPERTY_NAME"),
        Column.text("PROPERTY_CAPTION"),
        Column.of("DATA_TYPE", Column.Type.UNSIGNED_SHORT),
        Column.of("PROPERTY_CONTENT_TYPE", Column.Type.SHORT).restricting(Column.Restriction.EQUAL),
        Column.text("DESCRIPTION"),
        Column.of("PROPERTY_ORIGIN", Column.Type.UNSIGNED_SHORT)
            .restricting(Column.Restriction.OWN),
        Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN),
        Column.of("PROPERTY_VISIBILITY", Column.Type.UNSIGNED_SHORT)
            .restricting(Column.Restriction.OWN));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    String type = discovery.single("PROPERTY_TYPE");
    if (type != null && (Bits.number(type) & OF_CELLS) != 0) {
      for (CellProperty each : CELL_PROPERTIES) {
        sink.accept(property(each.name(), each.name(), each.type(), OF_CELLS));
      }
    }
    if (Bits.accept(type, OF_MEMBERS)) {
      discovery.cubes((catalog, cube) -> ofMembers(catalog, cube, sink));
    }
  }

  private static void ofMembers(Catalog catalog, CubeMetadata cube, Consumer<Row> sink) {
    for (DimensionInfo dimension : cube.dimensions()) {
      for (HierarchyInfo hierarchy : dimension.hierarchies()) {
        for (LevelInfo level : hierarchy.levels()) {
          for (PropertyInfo property : level.properties()) {
            int dataType = Codes.property(property.type());
            sink.accept(
                property(property.name(), property.caption(), dataType, OF_MEMBERS)
                    .set("CATALOG_NAME", catalog.name())
                    .set("CUBE_NAME", cube.name())
                    .set("DIMENSION_UNIQUE_NAME", dimension.uniqueName())
                    .set("HIERARCHY_UNIQUE_NAME", hierarchy.uniqueName())
                    .set("LEVEL_UNIQUE_NAME", level.uniqueName()));
          }
        }
      }
    }
  }

  private static Row property(String name, String caption, int dataType, int type) {
    return new Row()
        .set("PROPERTY_TYPE", type)
        .set("PROPERTY_NAME", name)
        .set("PROPERTY_CAPTION", caption)
        .set("DATA_TYPE", dataType)
        .set("PROPERTY_CONTENT_TYPE", 0)
        .set("PROPERTY_ORIGIN", 1);
  }
}
