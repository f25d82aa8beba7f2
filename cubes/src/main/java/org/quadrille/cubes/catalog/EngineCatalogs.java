package org.quadrille.cubes.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quadrille.cubes.model.Names;
import org.quadrille.cubes.store.Database;
import org.quadrille.cubes.store.StoreLimits;
import org.quadrille.cubes.store.StoreLoad;

/** Catalogs with their databases; catalogs on one address share one database. */
final class EngineCatalogs implements Catalogs {
  private final Map<String, Database> databases = new LinkedHashMap<>();
  private final List<Catalog> catalogs = new ArrayList<>();

  EngineCatalogs(List<CatalogSettings> settings, Clock clock, StoreLimits limits) {
    for (CatalogSettings each : settings) {
      Database database =
          databases.computeIfAbsent(
              each.jdbcUrl() + "\n" + each.user(),
              key -> new Database(each.jdbcUrl(), each.user(), each.password(), limits));
      catalogs.add(new EngineCatalog(each, database, clock));
    }
  }

  @Override
  public List<Catalog> all() {
    return List.copyOf(catalogs);
  }

  @Override
  public Catalog get(String name) {
    return catalogs.stream()
        .filter(c -> c.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "there is no catalog "
                        + name
                        + Names.didYouMean(name, catalogs.stream().map(Catalog::name).toList())));
  }

  @Override
  public StoreLoad load() {
    StoreLoad all = StoreLoad.NONE;
    for (Database database : databases.values()) {
      all = all.and(database.load());
    }
    return all;
  }

  @Override
  public void close() {
    databases.values().forEach(Database::close);
  }
}
