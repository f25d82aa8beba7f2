package org.quadrille.cubes.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.exec.QueryRunner;
import org.quadrille.cubes.exec.SegmentCache;
import org.quadrille.cubes.foodmart.FoodMartData;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.result.RowSet;
import org.quadrille.cubes.store.Database;

/** FoodMart as a catalog whose cells can be forgotten and whose way of finding cells be chosen. */
final class FoodMartCatalog implements AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("1997-08-15T12:00:00Z"), ZoneOffset.UTC);

  private final Database database;
  private final EngineCatalog catalog;

  private FoodMartCatalog(String url, long cellBudget) {
    database = new Database(url, null, null);
    catalog = new EngineCatalog(FoodMartData.settings(url), database, CLOCK, cellBudget);
  }

  /** All facts and the cache that catalogs have. */
  static FoodMartCatalog whole() {
    return whole(Snapshot.CELL_BUDGET);
  }

  /** All facts and a cache that holds so many bytes. */
  static FoodMartCatalog whole(long cellBudget) {
    return new FoodMartCatalog(FoodMartData.url(), cellBudget);
  }

  /** A sixth of the facts and the cache that catalogs have. */
  static FoodMartCatalog thin() {
    return thin(Snapshot.CELL_BUDGET);
  }

  /** A sixth of the facts and a cache that holds so many bytes. */
  static FoodMartCatalog thin(long cellBudget) {
    return new FoodMartCatalog(FoodMartData.thinUrl(), cellBudget);
  }

  CellSet batched(String mdx) {
    return batched(mdx, null);
  }

  CellSet plain(String mdx) {
    return plain(mdx, null);
  }

  /** Under a role; null for all rights. */
  CellSet batched(String mdx, @Nullable String role) {
    return catalog.execute(mdx, QueryContext.DEFAULT.withRole(role), QueryRunner.Mode.BATCHED);
  }

  /** Under a role; null for all rights. */
  CellSet plain(String mdx, @Nullable String role) {
    return catalog.execute(mdx, QueryContext.DEFAULT.withRole(role), QueryRunner.Mode.PLAIN);
  }

  Catalog catalog() {
    return catalog;
  }

  RowSet drillThrough(String mdx) {
    return catalog.drillThrough(mdx, QueryContext.DEFAULT);
  }

  /** Empties the cache; members stay known. */
  void forgetCells() {
    SegmentCache cells = catalog.cells();
    if (cells != null) {
      cells.clear();
    }
  }

  /** The cells of the queries so far. */
  SegmentCache cells() {
    return Objects.requireNonNull(catalog.cells(), "no query was run yet");
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }
}
