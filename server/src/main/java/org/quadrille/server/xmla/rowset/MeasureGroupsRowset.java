package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;

/** MDSCHEMA_MEASUREGROUPS: the facts of cubes; a virtual cube has those of several. */
final class MeasureGroupsRowset implements Rowset {
  @Override
  public String name() {
    return "MDSCHEMA_MEASUREGROUPS";
  }

  @Override
  public String guid() {
    return "e1625ebf-fa96-42fd-bea6-db90adafd96b";
  }

  @Override
  public String description() {
    return "The groups of measures of cubes, one for each fact table.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.key("SCHEMA_NAME"),
        Column.key("CUBE_NAME"),
        Column.key("MEASUREGROUP_NAME"),
        Column.text("DESCRIPTION"),
        Column.of("IS_WRITE_ENABLED", Column.Type.BOOLEAN),
        Column.text("MEASUREGROUP_CAPTION"));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    discovery.cubes(
        (catalog, cube) ->
            cube.measureGroups()
                .forEach(
                    group ->
                        sink.accept(
                            new Row()
                                .set("CATALOG_NAME", catalog.name())
                                .set("CUBE_NAME", cube.name())
                                .set("MEASUREGROUP_NAME", group.name())
                                .set("IS_WRITE_ENABLED", false)
                                .set("MEASUREGROUP_CAPTION", group.name()))));
  }
}
