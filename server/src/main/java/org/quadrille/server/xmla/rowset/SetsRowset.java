package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.CubeMetadata.NamedSetInfo;

/** MDSCHEMA_SETS: the named sets of cubes. */
final class SetsRowset implements Rowset {
  /** SCOPE of a set that the schema defines. */
  private static final int GLOBAL = 1;

  @Override
  public String name() {
    return "MDSCHEMA_SETS";
  }

  @Override
  public String guid() {
    return "a07ccd0b-8148-11d0-87bb-00c04fc33942";
  }

  @Override
  public String description() {
    return "The named sets of cubes.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("SET_NAME"),
        Column.of("SCOPE", Column.Type.INT).restricting(Column.Restriction.EQUAL),
        Column.text("DESCRIPTION"),
        Column.text("SET_CAPTION"),
        Column.text("SET_DISPLAY_FOLDER"),
        Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT).restricting(Column.Restriction.OWN));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    discovery.cubes(
        (catalog, cube) -> {
          for (NamedSetInfo set : cube.namedSets()) {
            sink.accept(
                new Row()
                    .set("CATALOG_NAME", catalog.name())
                    .set("CUBE_NAME", cube.name())
                    .set("SET_NAME", set.name())
                    .set("SCOPE", GLOBAL)
                    .set("DESCRIPTION", set.description())
                    .set("SET_CAPTION", set.caption())
                    .set("SET_DISPLAY_FOLDER", ""));
          }
        });
  }
}
