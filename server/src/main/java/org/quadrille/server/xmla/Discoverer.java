package org.quadrille.server.xmla;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
      throw unknown(request.requestType());
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

  /**
   * Answers a query of the tables of metadata; columns of rows within rows are left out.
   *
   * @throws XmlaFault if there is no such table or column
   */
  Table query(SystemQuery query, XmlaProperties properties) {
    Rowset rowset = rowsets.get(query.rowset());
    if (rowset == null) {
      throw unknown(query.rowset());
    }
    List<Column> known = rowset.columns().stream().filter(c -> c.nested().isEmpty()).toList();
    List<Column> columns = new ArrayList<>();
    for (String name : query.columns()) {
      columns.add(column(rowset, known, name));
    }
    Map<String, List<String>> restrictions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (SystemQuery.Condition condition : query.conditions()) {
      Column column = column(rowset, known, condition.column());
      if (condition.equal() && column.restriction() != Column.Restriction.NONE) {
        restrictions.put(column.name(), List.of(condition.value()));
      }
    }
    Discovery discovery =
        new Discovery(catalogs, properties.context(), properties.catalog(), restrictions);
    List<Row> rows = new ArrayList<>();
    rowset.rows(
        discovery,
        row -> {
          if (discovery.accepts(row, known) && accepts(row, query)) {
            rows.add(row);
          }
        });
    if (query.orderBy() != null) {
      Comparator<Row> order = order(column(rowset, known, query.orderBy()).name());
      rows.sort(query.descending() ? order.reversed() : order);
    }
    return table(query, columns.isEmpty() ? known : columns, rows);
  }

  private static Table table(SystemQuery query, List<Column> columns, List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Row row : rows) {
      List<String> shown = columns.stream().map(c -> String.valueOf(row.get(c.name()))).toList();
      if ((query.limit() == null || kept.size() < query.limit())
          && (seen.add(shown) || !query.distinct())) {
        kept.add(row);
      }
    }
    return new Table(columns, kept);
  }

  private static Column column(Rowset rowset, List<Column> known, String name) {
    return known.stream()
        .filter(c -> c.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                XmlaFault.client(
                    rowset.name()
                        + " has no column "
                        + name
                        + "; it has "
                        + String.join(", ", known.stream().map(Column::name).toList())));
  }

  /** Compares numbers as numbers, all else as text without regard to case; null comes first. */
  private static Comparator<Row> order(String column) {
    return (a, b) -> {
      Object x = a.get(column);
      Object y = b.get(column);
      if (x == null || y == null) {
        return Boolean.compare(x != null, y != null);
      }
      return x instanceof Number m && y instanceof Number n
          ? Long.compare(m.longValue(), n.longValue())
          : x.toString().compareToIgnoreCase(y.toString());
    };
  }

  private static boolean accepts(Row row, SystemQuery query) {
    for (SystemQuery.Condition condition : query.conditions()) {
      Object value = null;
      for (String column : row.columns()) {
        value = column.equalsIgnoreCase(condition.column()) ? row.get(column) : value;
      }
      boolean equal = value != null && value.toString().equalsIgnoreCase(condition.value());
      boolean restricted = value == null && condition.equal();
      if (equal != condition.equal() && !restricted) {
        return false;
      }
    }
    return true;
  }

  private XmlaFault unknown(String name) {
    return XmlaFault.client(
        "the rowset "
            + name
            + " is not known; known are: "
            + rowsets.all().stream().map(Rowset::name).collect(Collectors.joining(", ")));
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

  /** Columns and rows of an answer. */
  record Table(List<Column> columns, List<Row> rows) {}

  /** A rowset and those of its rows that were asked for. */
  record Result(Rowset rowset, List<Row> rows) {}
}
