package org.quadrille.etl.load;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.etl.job.Place;
import org.quadrille.etl.sql.Sql;

/** A table of the star with the columns that the job wants. */
final class StarTable {
  private final String name;
  private final List<StarColumn> columns;
  private final Sql sql;

  StarTable(String name, List<StarColumn> columns, Sql sql) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.sql = sql;
  }

  /** The name with its catalog, for SQL. */
  static String qualified(String table) {
    return Workspace.STAR + ".main." + Sql.name(table);
  }

  String qualified() {
    return qualified(name);
  }

  /**
   * Makes the table, or adds what the job has come to want.
   *
   * @return whether anything was made
   */
  boolean ensure(Place place) throws SQLException {
    return ensure(place, null);
  }

  /**
   * The same for a table that may have a column which something else fills.
   *
   * @param foreign its name, null for none
   */
  boolean ensure(Place place, @Nullable String foreign) throws SQLException {
    Map<String, String> there = new LinkedHashMap<>();
    sql.list(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = "
                + Sql.text(Workspace.STAR)
                + " AND schema_name = 'main' AND table_name = "
                + Sql.text(name),
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> there.put(entry.getKey(), entry.getValue()));
    if (there.isEmpty()) {
      String list =
          columns.stream()
              .map(column -> column.quoted() + " " + column.type())
              .collect(Collectors.joining(", "));
      sql.run("CREATE TABLE " + qualified() + " (" + list + ")");
      return true;
    }
    if (foreign != null) {
      there.remove(foreign);
    }
    boolean added = false;
    for (StarColumn column : columns) {
      String type = there.remove(column.name());
      if (type == null) {
        sql.run(
            "ALTER TABLE " + qualified() + " ADD COLUMN " + column.quoted() + " " + column.type());
        added = true;
      } else if (!type.equals(column.type())) {
        throw place.refuse(
            "table %s has a column %s of type %s, the job wants %s; load into a new file"
                .formatted(name, column.name(), type, column.type()));
      }
    }
    if (!there.isEmpty()) {
      throw place.refuse(
          "table %s has columns that the job does not make: %s; load into a new file"
              .formatted(name, String.join(", ", there.keySet())));
    }
    return added;
  }

  /**
   * Whether the table holds just the rows of a query over the same columns, counted with
   * repetition.
   */
  boolean holds(String query) throws SQLException {
    String own = "SELECT " + StarColumn.list(columns, "") + " FROM " + qualified();
    String difference = "SELECT count(*) FROM ((%s) EXCEPT ALL (%s))";
    return sql.number(difference.formatted(own, query)) == 0
        && sql.number(difference.formatted(query, own)) == 0;
  }

  /**
   * Makes the table hold just the rows of a query over the same columns.
   *
   * @return whether that changed anything
   */
  boolean replace(String query) throws SQLException {
    if (holds(query)) {
      return false;
    }
    sql.run("DELETE FROM " + qualified());
    insert(columns, query);
    return true;
  }

  long insert(List<StarColumn> into, String query) throws SQLException {
    return sql.run("INSERT INTO " + qualified() + " (" + StarColumn.list(into, "") + ") " + query);
  }
}
