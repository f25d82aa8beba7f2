package org.quadrille.mondrian;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mondrian.olap.Axis;
import mondrian.olap.Cell;
import mondrian.olap.Connection;
import mondrian.olap.Cube;
import mondrian.olap.DriverManager;
import mondrian.olap.Member;
import mondrian.olap.MondrianProperties;
import mondrian.olap.Result;
import org.jspecify.annotations.Nullable;
import org.quadrille.server.bench.BenchAnswer;
import org.quadrille.server.bench.BenchEngine;

/** Mondrian in this process. */
public final class MondrianEngine implements BenchEngine {
  private final String connectString;
  private Connection connection;

  /** Mondrian on a schema and a DuckDB file. */
  public MondrianEngine(Path schema, Path duckdbFile) {
    MondrianProperties properties = MondrianProperties.instance();
    properties.EnableNativeNonEmpty.set(true);
    properties.EnableNativeTopCount.set(true);
    properties.EnableNativeFilter.set(true);
    properties.EnableNativeCrossJoin.set(true);
    properties.ResultLimit.set(0);
    connectString =
        "Provider=mondrian;JdbcDrivers="
            + LimitingDriver.class.getName()
            + ";Jdbc="
            + LimitingDriver.url(duckdbFile)
            + ";Dialect="
            + DuckDbDialect.class.getName()
            + ";Locale=en_US;Catalog="
            + schema.toUri();
    connection = open();
  }

  private Connection open() {
    return DriverManager.getConnection(connectString, null);
  }

  @Override
  public String name() {
    return "Mondrian";
  }

  /** A fresh connection on an emptied schema cache: the time to read the schema is not counted. */
  @Override
  public void forgetAll() {
    connection.getCacheControl(null).flushSchemaCache();
    connection.close();
    connection = open();
  }

  @Override
  public boolean forgetCells() {
    for (Cube cube : connection.getSchema().getCubes()) {
      var control = connection.getCacheControl(null);
      control.flush(control.createMeasuresRegion(cube));
    }
    return true;
  }

  @Override
  public BenchAnswer run(String mdx) {
    int before = LimitingDriver.statements();
    Result result = execute(mdx);
    List<List<Cell>> cells = cells(result);
    long count = 0;
    for (List<Cell> row : cells) {
      for (Cell cell : row) {
        cell.getFormattedValue();
        count++;
      }
    }
    return new BenchAnswer(LimitingDriver.statements() - before, count, () -> rows(result, cells));
  }

  /** The result of a query. */
  Result execute(String mdx) {
    return connection.execute(connection.parseQuery(mdx));
  }

  private static List<List<Cell>> cells(Result result) {
    Axis[] axes = result.getAxes();
    if (axes.length > 2) {
      throw new IllegalArgumentException("a query of a benchmark has at most two axes");
    }
    int columns = axes.length == 0 ? 1 : axes[0].getPositions().size();
    int rows = axes.length < 2 ? 1 : axes[1].getPositions().size();
    List<List<Cell>> cells = new ArrayList<>();
    int[] at = new int[axes.length];
    for (int row = 0; row < rows; row++) {
      List<Cell> line = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        if (axes.length > 0) {
          at[0] = column;
        }
        if (axes.length > 1) {
          at[1] = row;
        }
        line.add(result.getCell(at));
      }
      cells.add(line);
    }
    return cells;
  }

  private static List<BenchAnswer.Row> rows(Result result, List<List<Cell>> cells) {
    List<BenchAnswer.Row> rows = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      List<String> key =
          result.getAxes().length < 2
              ? List.of()
              : result.getAxes()[1].getPositions().get(row).stream()
                  .map(Member::getCaption)
                  .toList();
      List<@Nullable Object> values = new ArrayList<>();
      for (Cell cell : cells.get(row)) {
        values.add(cell.isNull() ? null : cell.getValue());
      }
      rows.add(new BenchAnswer.Row(key, values));
    }
    return rows;
  }

  @Override
  public void close() {
    connection.close();
  }
}
