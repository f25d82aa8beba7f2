package org.quadrille.cubes.sql.plan;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.sql.SqlColumn;
import org.quadrille.cubes.sql.SqlException;
import org.quadrille.cubes.sql.SqlTable;
import org.quadrille.cubes.sql.view.CubeView;
import org.quadrille.cubes.sql.view.SqlCatalog;
import org.quadrille.cubes.store.StarSql;
import org.quadrille.cubes.store.TableCatalog.ColumnInfo;
import org.quadrille.cubes.store.TableCatalog.TableInfo;

/** Describes what can be read, for clients that show it. */
public final class TableDescriptions {
  private TableDescriptions() {}

  /** The views of the cubes, then the tables of the star. */
  public static List<SqlTable> of(SqlCatalog catalog, StarSql star) {
    List<SqlTable> tables = new ArrayList<>();
    SqlPlanner planner = new SqlPlanner(catalog, star);
    for (CubeView view : catalog.cubes()) {
      tables.add(cube(view, planner));
    }
    RelDataTypeFactory types = StarSql.typeFactory();
    for (TableInfo table : catalog.tables()) {
      List<SqlColumn> columns = new ArrayList<>();
      for (ColumnInfo column : table.columns()) {
        columns.add(SqlTypes.column(column.name(), StarSql.type(types, column), null));
      }
      tables.add(new SqlTable(SqlTable.STAR, table.name(), null, columns, List.of()));
    }
    return tables;
  }

  /** Levels have the types that they have in facts, measures those that they have in groups. */
  private static SqlTable cube(CubeView view, SqlPlanner planner) {
    List<SqlColumn> columns = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    for (CubeView.LevelColumn column : view.columns()) {
      selected.add(quoted(column.name()));
    }
    List<SqlColumn> typed = typed(view, selected, planner);
    for (int i = 0; i < selected.size(); i++) {
      CubeView.LevelColumn column = view.columns().get(i);
      columns.add(described(typed, i, column.name(), column.comment()));
    }
    List<String> aggregated = new ArrayList<>();
    for (CubeView.Measure measure : view.measures()) {
      aggregated.add("AGGREGATE(" + quoted(measure.name()) + ")");
    }
    typed = typed(view, aggregated, planner);
    for (int i = 0; i < aggregated.size(); i++) {
      CubeView.Measure measure = view.measures().get(i);
      columns.add(described(typed, i, measure.name(), measure.comment()));
    }
    return new SqlTable(
        SqlTable.CUBES,
        view.name(),
        view.comment(),
        columns,
        view.measures().stream().map(CubeView.Measure::name).toList());
  }

  private static SqlColumn described(
      List<SqlColumn> typed, int at, String name, @Nullable String comment) {
    if (typed.isEmpty()) {
      return new SqlColumn(name, "VARCHAR", Types.VARCHAR, 0, 0, comment);
    }
    SqlColumn type = typed.get(at);
    return new SqlColumn(
        name, type.type(), type.jdbcType(), type.precision(), type.scale(), comment);
  }

  /** Empty where the cube's tables are not as its schema says; a query then tells why. */
  private static List<SqlColumn> typed(CubeView view, List<String> selected, SqlPlanner planner) {
    if (selected.isEmpty()) {
      return List.of();
    }
    try {
      String sql = "SELECT " + String.join(", ", selected) + " FROM cubes." + quoted(view.name());
      return planner.plan(sql).columns();
    } catch (SqlException e) {
      return List.of();
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
