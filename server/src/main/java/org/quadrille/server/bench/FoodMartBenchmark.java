package org.quadrille.server.bench;

import java.nio.file.Path;
import java.util.List;
import org.quadrille.etl.foodmart.FoodMart;

/**
 * Twenty queries of many kinds over FoodMart, and one of 85,000 cells: slices, drilling, rankings,
 * time, ratios, distinct counts, large crossjoins, parents and children, a virtual cube.
 */
public final class FoodMartBenchmark implements Benchmark {
  @Override
  public String fileName() {
    return "foodmart-1.duckdb";
  }

  @Override
  public void makeData(Path file) {
    FoodMart.load(file);
  }

  @Override
  public String schema() {
    return Resources.text("foodmart.xml");
  }

  @Override
  public List<BenchQuery> queries() {
    return QueryFile.parse("foodmart.queries", Resources.text("foodmart.queries"));
  }
}
