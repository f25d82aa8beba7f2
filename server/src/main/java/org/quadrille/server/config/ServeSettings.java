package org.quadrille.server.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.quadrille.cubes.catalog.CatalogSettings;

/**
 * What {@code serve} is told by its file.
 *
 * @param catalogs at least one, names unique without regard to case
 */
public record ServeSettings(ListenSettings listen, List<CatalogSettings> catalogs, AuthMode auth) {
  public ServeSettings {
    Objects.requireNonNull(listen, "listen");
    Objects.requireNonNull(auth, "auth");
    catalogs = List.copyOf(catalogs);
    if (catalogs.isEmpty()) {
      throw new IllegalArgumentException("at least one catalog is needed");
    }
    Set<String> names = new HashSet<>();
    for (CatalogSettings catalog : catalogs) {
      if (!names.add(catalog.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("two catalogs are named " + catalog.name());
      }
    }
    auth.check(listen);
  }

  /** The same on another port. */
  public ServeSettings withPort(int port) {
    return new ServeSettings(listen.withPort(port), catalogs, auth);
  }
}
