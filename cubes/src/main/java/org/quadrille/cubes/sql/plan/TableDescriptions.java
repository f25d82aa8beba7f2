package org.quadrille.cubes.sql.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.quadrille.cubes.model.MeasureMember;
import org.quadrille.cubes.schema.Aggregator;
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
}
