package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.function.Consumer;

/** A table that clients ask for and in which this server has nothing to list. */
record EmptyRowset(String name, String guid, String description, List<Column> columns)
    implements Rowset {
  EmptyRowset {
    columns = List.copyOf(columns);
  }

  /** MDSCHEMA_KPIS; schemas of Mondrian's form define no key figures with goals. */
  static Rowset kpis() {
    return new EmptyRowset(
        "MDSCHEMA_KPIS",
        "2ae44109-ed3d-4842-b16f-b694d1cb0e3f",
        "Key performance indicators; schemas here define none.",
        List.of(
            Column.key("CATALOG_NAME"),
            Column.key("SCHEMA_NAME"),
            Column.key("CUBE_NAME"),
            Column.text("MEASUREGROUP_NAME"),
            Column.key("KPI_NAME"),
            Column.text("KPI_CAPTION"),
            Column.text("KPI_DESCRIPTION"),
            Column.text("KPI_DISPLAY_FOLDER"),
            Column.text("KPI_VALUE"),
            Column.text("KPI_GOAL"),
            Column.text("KPI_STATUS"),
            Column.text("KPI_TREND"),
            Column.text("KPI_STATUS_GRAPHIC"),
            Column.text("KPI_TREND_GRAPHIC"),
            Column.text("KPI_WEIGHT"),
            Column.text("KPI_CURRENT_TIME_MEMBER"),
            Column.text("KPI_PARENT_KPI_NAME"),
            Column.of("SCOPE", Column.Type.INT),
            Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT)
                .restricting(Column.Restriction.OWN)));
  }

  /** MDSCHEMA_ACTIONS; a schema cannot define any. */
  static Rowset actions() {
    return new EmptyRowset(
        "MDSCHEMA_ACTIONS",
        "a07ccd08-8148-11d0-87bb-00c04fc33942",
        "Actions on cells and members; schemas here define none.",
        List.of(
            Column.key("CATALOG_NAME"),
            Column.key("SCHEMA_NAME"),
            Column.key("CUBE_NAME"),
            Column.key("ACTION_NAME"),
            Column.of("ACTION_TYPE", Column.Type.INT).restricting(Column.Restriction.OWN),
            Column.text("COORDINATE").restricting(Column.Restriction.OWN),
            Column.of("COORDINATE_TYPE", Column.Type.INT).restricting(Column.Restriction.OWN),
            Column.text("ACTION_CAPTION"),
            Column.text("DESCRIPTION"),
            Column.text("CONTENT"),
            Column.text("APPLICATION"),
            Column.of("INVOCATION", Column.Type.INT).restricting(Column.Restriction.OWN),
            Column.of("CUBE_SOURCE", Column.Type.UNSIGNED_SHORT)
                .restricting(Column.Restriction.OWN)));
  }

  @Override
  public void rows(Discovery discovery, Consumer<Row> sink) {
    // There is nothing to list.
  }
}
