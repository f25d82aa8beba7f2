package org.quadrille.server.query;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
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
  private final Duration limit;
  private final RunningQueries running;

  /**
   * Runs queries.
   *
   * @param limit after which a query is ended, unless it asks for less
   */
  public Queries(Catalogs catalogs, Metrics metrics, Duration limit, RunningQueries running) {
    this.limit = Objects.requireNonNull(limit, "limit");
    this.running = Objects.requireNonNull(running, "running");
    this.catalogs = Objects.requireNonNull(catalogs, "catalogs");
    this.metrics = Objects.requireNonNull(metrics, "metrics");
  }

  /** The catalogs that are served. */
  public Catalogs catalogs() {
    return catalogs;
  }

  /** The queries that run now. */
  public RunningQueries running() {
    return running;
  }

  /** Runs an MDX query; errors are those of {@link org.quadrille.cubes.catalog.Catalog#execute}. */
  public CellSet execute(Surface surface, String catalog, String mdx, QueryContext context) {
    return measured(
        surface,
        catalog,
        mdx,
        context,
        limited -> {
          CellSet cellSet = catalogs.get(catalog).execute(mdx, limited);
          metrics.statements(cellSet.statistics().statements());
          return cellSet;
        });
  }

  /** The rows behind a cell. */
  public RowSet drillThrough(Surface surface, String catalog, String mdx, QueryContext context) {
    return measured(
        surface,
        catalog,
        mdx,
        context,
        limited -> {
          RowSet rows = catalogs.get(catalog).drillThrough(mdx, limited);
          metrics.statements(rows.statistics().statements());
          return rows;
        });
  }

  /** Tells how an MDX query is answered. */
  public Explanation explain(Surface surface, String catalog, String mdx, QueryContext context) {
    return measured(
        surface, catalog, mdx, context, limited -> catalogs.get(catalog).explain(mdx, limited));
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
        catalog.name(),
        sql,
        context,
        limited -> {
          SqlCursor cursor = catalog.sql().run(sql, parameters, limited, started);
          metrics.statements(1);
          return cursor;
        });
  }

  private <T> T measured(
      Surface surface,
      String catalog,
      String mdx,
      QueryContext context,
      Function<QueryContext, T> query) {
    long started = System.nanoTime();
    boolean failed = true;
    try (RunningQueries.Listing listing = running.begin(surface, catalog, mdx, context)) {
      T answer = query.apply(limited(context));
      failed = false;
      return answer;
    } finally {
      metrics.query(surface, failed, System.nanoTime() - started);
    }
  }

  /** A query may ask for less time than the limit; one that does not say has all of it. */
  private QueryContext limited(QueryContext context) {
    boolean saysNothing = context.timeout().equals(QueryContext.DEFAULT.timeout());
    return saysNothing || context.timeout().compareTo(limit) > 0
        ? context.withTimeout(limit)
        : context;
  }
}
