package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** DISCOVER_SCHEMA_ROWSETS: the tables that Discover answers. */
final class SchemaRowsetsRowset implements Rowset {
  private final Supplier<List<Rowset>> rowsets;

  SchemaRowsetsRowset(Supplier<List<Rowset>> rowsets) {
    this.rowsets = rowsets;
  }

  @Override
  public String name() {
    return "DISCOVER_SCHEMA_ROWSETS";
  }

  @Override
  public String guid() {
    return "eea0302b-7922-4992-8991-0e605d0e5593";
  }

  @Override
  public String description() {
    return "The tables that Discover answers, and how they can be restricted.";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("SchemaName"),
        Column.of("SchemaGuid", Column.Type.UUID),
        Column.rows("Restrictions", Column.text("Name"), Column.text("Type")),
        Column.text("Description"));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    for (Rowset rowset : rowsets.get()) {
      List<Row> restrictions =
          rowset.columns().stream()
              .filter(column -> column.restriction() != Column.Restriction.NONE)
              .map(c -> new Row().set("Name", c.name()).set("Type", c.type().xsd()))
              .toList();
      sink.accept(
          new Row()
              .set("SchemaName", rowset.name())
              .set("SchemaGuid", rowset.guid())
              .set("Restrictions", restrictions)
              .set("Description", rowset.description()));
    }
  }
}
