package org.quadrille.server.xmla;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.server.xmla.rowset.Column;
import org.quadrille.server.xmla.rowset.Discovery;
import org.quadrille.server.xmla.rowset.Row;
import org.quadrille.server.xmla.rowset.Rowset;
import org.quadrille.server.xmla.rowset.Rowsets;

/** Answers Discover. */
final class Discoverer {
  private final Catalogs catalogs;
  private final Rowsets rowsets = new Rowsets();

  Discoverer(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * Reads a rowset.
   *
   * @throws XmlaFault if there is none of that name, or it cannot be restricted in that way
   */
  Result discover(SoapRequest.Discover request, XmlaProperties properties) {
    Rowset rowset = rowsets.get(request.requestType());
    if (rowset == null) {
      throw XmlaFault.client(
          "the rowset "
              + request.requestType()
              + " is not known; known are: "
              + rowsets.all().stream().map(Rowset::name).collect(Collectors.joining(", ")));
    }
    Discovery discovery =
        new Discovery(catalogs, properties.context(), properties.catalog(), request.restrictions());
    check(rowset, discovery);
    List<Row> rows = new ArrayList<>();
    if (properties.data()) {
      rowset.rows(
          discovery,
          row -> {
            if (discovery.accepts(row, rowset.columns())) {
              rows.add(row);
            }
          });
    }
    return new Result(rowset, rows);
  }

  private static void check(Rowset rowset, Discovery discovery) {
    List<String> known =
        rowset.columns().stream()
            .filter(column -> column.restriction() != Column.Restriction.NONE)
            .map(Column::name)
            .toList();
    for (String name : discovery.restricted()) {
      if (known.stream().noneMatch(name::equalsIgnoreCase)) {
        throw XmlaFault.client(
            rowset.name()
                + " cannot be restricted by "
                + name
                + "; known are: "
                + String.join(", ", known));
      }
    }
  }

  /** A rowset and those of its rows that were asked for. */
  record Result(Rowset rowset, List<Row> rows) {}
}
