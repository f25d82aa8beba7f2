package org.quadrille.server.query;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.Explanation;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.cubes.sql.SqlCursor;

/** Runs queries for all surfaces and counts them. Safe for use by many threads. */
public final class Queries {
  private final Catalogs catalogs;
  private final Metrics metrics;

  public Queries(Catalogs catalogs, Metrics metrics) {
    this.catalogs = Objects.requireNonNull(catalogs, "catalogs");
    this.metrics = Objects.requireNonNull(metrics, "metrics");
  }

  /** The catalogs that are served. */
  public Catalogs catalogs() {
    return catalogs;
  }

  /** Runs an MDX query; errors are those of {@link org.quadrille.cubes.catalog.Catalog#execute}. */
  public CellSet execute(Surface surface, String catalog, String mdx, QueryContext context) {
    return measured(
        surface,
        () -> {
          CellSet cellSet = catalogs.get(catalog).execute(mdx, context);
          metrics.statements(cellSet.statistics().statements());
          return cellSet;
        });
  }

  /** The rows behind a cell. */
  public RowSet drillThrough(Surface surface, String catalog, String mdx, QueryContext context) {
    return measured(
        surface,
        () -> {
          RowSet rows = catalogs.get(catalog).drillThrough(mdx, context);
          metrics.statements(rows.statistics().statements());
          return rows;
        });
  }

  /** Tells how an MDX query is answered. */
  public Explanation explain(Surface surface, String catalog, String mdx, QueryContext context) {
    return measured(surface, () -> catalogs.get(catalog).explain(mdx, context));
  }

  /** Runs a query in SQL up to its first row; the cursor must be closed. */
  public SqlCursor sql(
      Surface surface,
      Catalog catalog,
      String sql,
      List<@Nullable Object> parameters,
      QueryContext context,
      Consumer<Runnable> started) {
    return measured(
        surface,
        () -> {
          SqlCursor cursor = catalog.sql().run(sql, parameters, context, started);
          metrics.statements(1);
          return cursor;
        });
  }

  private <T> T measured(Surface surface, Supplier<T> query) {
    long started = System.nanoTime();
    boolean failed = true;
    try {
      T answer = query.get();
      failed = false;
      return answer;
    } finally {
      metrics.query(surface, failed, System.nanoTime() - started);
    }
  }
}
