package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeSummary;
import org.quadrille.cubes.catalog.QueryContext;

/** One call of Discover: what is restricted, who asks, and where rowsets find things. */
public final class Discovery {
  private final Catalogs catalogs;
  private final QueryContext context;
  private final @Nullable String catalogProperty;
  private final Map<String, List<String>> restrictions =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * Makes a call.
   *
   * @param catalogProperty the catalog named by the properties, null for none
   * @param restrictions alternatives by the name of their column
   */
  public Discovery(
      Catalogs catalogs,
      QueryContext context,
      @Nullable String catalogProperty,
      Map<String, List<String>> restrictions) {
    this.catalogs = Objects.requireNonNull(catalogs, "catalogs");
    this.context = Objects.requireNonNull(context, "context");
    this.catalogProperty = catalogProperty;
    this.restrictions.putAll(restrictions);
  }

  /** Who asks. */
  public QueryContext context() {
    return context;
  }

  /** The names of all restrictions. */
  public Iterable<String> restricted() {
    return restrictions.keySet();
  }

  /** The alternatives of a restriction; empty where it is not restricted. */
  List<String> restriction(String column) {
    return restrictions.getOrDefault(column, List.of());
  }

  /** The only value of a restriction, null where there is none or more than one. */
  @Nullable String single(String column) {
    List<String> values = restriction(column);
    return values.size() == 1 && !values.get(0).isEmpty() ? values.get(0) : null;
  }

  /** Whether a row passes all restrictions that compare for equality. */
  public boolean accepts(Row row, List<Column> columns) {
    for (Column column : columns) {
      List<String> wanted = restriction(column.name());
      if (column.restriction() != Column.Restriction.EQUAL || wanted.isEmpty()) {
        continue;
      }
      Object value = row.get(column.name());
      String text = value == null ? "" : value.toString();
      if (wanted.stream().noneMatch(text::equalsIgnoreCase)) {
        return false;
      }
    }
    return true;
  }

  /** All catalogs, whatever is restricted; in the order of the settings. */
  List<Catalog> allCatalogs() {
    return catalogs.all();
  }

  /** The catalogs that restriction and property leave. */
  List<Catalog> catalogs() {
    List<String> wanted = restriction("CATALOG_NAME");
    if (wanted.isEmpty() && catalogProperty != null) {
      wanted = List.of(catalogProperty);
    }
    List<String> names = wanted;
    return catalogs.all().stream()
        .filter(c -> names.isEmpty() || names.stream().anyMatch(c.name()::equalsIgnoreCase))
        .toList();
  }

  /** Visits the cubes that can be used and that the restrictions leave. */
  void cubes(BiConsumer<Catalog, CubeMetadata> visit) {
    List<String> wanted = restriction("CUBE_NAME");
    for (Catalog catalog : catalogs()) {
      for (CubeSummary cube : catalog.cubes(context)) {
        boolean named = wanted.isEmpty() || wanted.stream().anyMatch(cube.name()::equalsIgnoreCase);
        if (named && cube.fault() == null) {
          visit.accept(catalog, catalog.cube(cube.name(), context));
        }
      }
    }
  }
}
