package org.quadrille.server.xmla.rowset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All rowsets by name. */
public final class Rowsets {
  private final List<Rowset> all =
      List.of(
          new CatalogsRowset(),
          new DataSourcesRowset(),
          new EnumeratorsRowset(),
          new KeywordsRowset(),
          new LiteralsRowset(),
          new PropertiesRowset(),
          new SchemaRowsetsRowset(this::all),
          new CubesRowset(),
          new DimensionsRowset(),
          new HierarchiesRowset(),
          new LevelsRowset(),
          new MeasuresRowset(),
          new MembersRowset(),
          new MemberPropertiesRowset(),
          new SetsRowset(),
          EmptyRowset.kpis(),
          EmptyRowset.actions(),
          new MeasureGroupsRowset(),
          new MeasureGroupDimensionsRowset(),
          new TablesRowset(),
          new FunctionsRowset());
  private final Map<String, Rowset> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Makes the table. */
  public Rowsets() {
    all.forEach(rowset -> byName.put(rowset.name(), rowset));
  }

  /** All, in the order in which they are listed. */
  public List<Rowset> all() {
    return all;
  }

  /** The rowset of that name, null where there is none. */
  public @Nullable Rowset get(String name) {
    return byName.get(name);
  }
}
