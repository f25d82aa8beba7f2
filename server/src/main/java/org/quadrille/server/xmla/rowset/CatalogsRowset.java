package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import org.quadrille.cubes.catalog.Catalog;

/** DBSCHEMA_CATALOGS: the catalogs. Reads no schema. */
final class CatalogsRowset implements Rowset {
  @Override
  public String name() {
    return "DBSCHEMA_CATALOGS";
  }

  @Override
  public String guid() {
    return "c8b52211-5cf3-11ce-ade5-00aa0044773d";
  }

  @Override
  public String description() {
    return "The catalogs of the server.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("CATALOG_NAME"),
        Column.text("DESCRIPTION"),
        Column.text("ROLES"),
        Column.of("DATE_MODIFIED", Column.Type.DATE_TIME));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    // The property Catalog does not restrict this list: clients choose from it.
    for (Catalog catalog : discovery.allCatalogs()) {
      sink.accept(new Row().set("CATALOG_NAME", catalog.name()).set("ROLES", ""));
    }
  }
}
