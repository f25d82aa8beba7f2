package org.quadrille.cubes.catalog;

import java.util.List;
import org.quadrille.cubes.store.StoreLimits;
import org.quadrille.cubes.store.StoreLoad;

/** The catalogs of a server. */
public interface Catalogs extends AutoCloseable {
  /**
   * Opens catalogs; schemas and databases are read when first asked for.
   *
   * @param clock what functions of the current date read
   */
  static Catalogs open(List<CatalogSettings> settings, java.time.Clock clock) {
    return open(settings, clock, StoreLimits.usual());
  }

  /**
   * Opens catalogs under limits of each database.
   *
   * @param clock what functions of the current date read
   */
  static Catalogs open(List<CatalogSettings> settings, java.time.Clock clock, StoreLimits limits) {
    return new EngineCatalogs(settings, clock, limits);
  }

  /** What the databases have to do now. */
  default StoreLoad load() {
    return StoreLoad.NONE;
  }

  /** All catalogs in the order of the settings. */
  List<Catalog> all();

  /**
   * The catalog of that name, without regard to case.
   *
   * @throws UnknownNameException if there is none; the message lists those that there are
   */
  Catalog get(String name);

  @Override
  void close();
}
