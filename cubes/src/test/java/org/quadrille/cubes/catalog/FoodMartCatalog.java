package org.quadrille.cubes.catalog;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.exec.QueryRunner;
import org.quadrille.cubes.foodmart.FoodMartData;
import org.quadrille.cubes.result.CellSet;
import org.quadrille.cubes.store.Database;

/** FoodMart as a catalog whose cells can be forgotten and whose way of finding cells be chosen. */
final class FoodMartCatalog implements AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("1997-08-15T12:00:00Z"), ZoneOffset.UTC);

  private final Database database = new Database(FoodMartData.url(), null, null);
  private final EngineCatalog catalog;

  /** With the cache that catalogs have. */
  FoodMartCatalog() {
    this(Snapshot.CELL_BUDGET);
  }

  /** With a cache that holds so many values. */
  FoodMartCatalog(long cellBudget) {
    catalog = new EngineCatalog(FoodMartData.settings(), database, CLOCK, cellBudget);
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

  /** Empties the cache; members stay known. */
  void forgetCells() {
    catalog.forgetCells();
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }
}
