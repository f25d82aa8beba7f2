package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.CubeSummary;

/** DBSCHEMA_TABLES: the cubes once more, as the tables that clients of OLE DB look for. */
final class TablesRowset implements Rowset {
  @Override
  public String name() {
    return "DBSCHEMA_TABLES";
  }

  @Override
  public String guid() {
    return "c8b52229-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The cubes of the catalogs as tables.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("TABLE_CATALOG"),
        Column.key("TABLE_SCHEMA"),
        Column.key("TABLE_NAME"),
        Column.key("TABLE_TYPE"),
        Column.of("TABLE_GUID", Column.Type.UUID),
        Column.text("DESCRIPTION"),
        Column.of("TABLE_PROPID", Column.Type.UNSIGNED_INT),
        Column.of("DATE_CREATED", Column.Type.DATE_TIME),
        Column.of("DATE_MODIFIED", Column.Type.DATE_TIME));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    List<String> wanted = discovery.restriction("TABLE_CATALOG");
    for (Catalog catalog : discovery.catalogs()) {
      if (!wanted.isEmpty() && wanted.stream().noneMatch(catalog.name()::equalsIgnoreCase)) {
        continue;
      }
      for (CubeSummary cube : catalog.cubes(discovery.context())) {
        if (cube.visible() && cube.fault() == null) {
          sink.accept(
              new Row()
                  .set("TABLE_CATALOG", catalog.name())
                  .set("TABLE_NAME", cube.name())
                  .set("TABLE_TYPE", "TABLE")
                  .set("DESCRIPTION", cube.description()));
        }
      }
    }
  }
}
