package org.quadrille.server.app;

import java.util.List;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.store.StoreLimits;

/** Opens catalogs; the engine's own way in the program, a small one in tests. */
@FunctionalInterface
public interface CatalogsOpener {
  /** Catalogs for the settings, in their order; reads no schema yet. */
  Catalogs open(List<CatalogSettings> settings, StoreLimits limits);

  /** Catalogs under the usual limits. */
  default Catalogs open(List<CatalogSettings> settings) {
    return open(settings, StoreLimits.usual());
  }
}
