package org.quadrille.server.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** The Star Schema Benchmark: data at any scale factor, schema, 13 queries. */
public final class StarSchemaBenchmark implements Benchmark {
  /** Changes when the data are made in another way. */
  private static final int DATA_VERSION = 1;

  private final BigDecimal scale;

  /**
   * At a scale factor.
   *
   * @param scale 1 has six million facts; above 0
   */
  public StarSchemaBenchmark(BigDecimal scale) {
    if (scale.signum() <= 0 || scale.compareTo(new BigDecimal(100)) > 0) {
      throw new BenchException("the scale must be above 0 and at most 100, not " + scale);
    }
    this.scale = scale.stripTrailingZeros();
  }

  @Override
  public String fileName() {
    return "ssb-" + DATA_VERSION + "-sf" + scale.toPlainString() + ".duckdb";
  }

  @Override
  public void makeData(Path file) {
    DataFile.fill(file, Resources.text("ssb.sql").replace("${scale}", scale.toPlainString()));
  }

  @Override
  public String schema() {
    return Resources.text("ssb.xml");
  }

  @Override
  public List<BenchQuery> queries() {
    return QueryFile.parse("ssb.queries", Resources.text("ssb.queries"));
  }
}
