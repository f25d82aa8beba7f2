package org.quadrille.server.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.quadrille.cubes.catalog.CatalogSettings;
import org.quadrille.server.state.StateSettings;

/**
 * What {@code serve} is told by its file.
 *
 * @param catalogs at least one, names unique without regard to case
 * @param state where the server keeps what is its own
 */
public record ServeSettings(
    ListenSettings listen,
    List<CatalogSettings> catalogs,
    AuthMode auth,
    StateSettings state,
    LimitSettings limits,
    ReportSettings reports) {
  public ServeSettings {
    Objects.requireNonNull(listen, "listen");
    Objects.requireNonNull(auth, "auth");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(reports, "reports");
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

  /** Settings whose state ends with the server, with the usual limits. */
  public ServeSettings(ListenSettings listen, List<CatalogSettings> catalogs, AuthMode auth) {
    this(listen, catalogs, auth, StateSettings.memory());
  }

  /** With the usual limits and reports. */
  public ServeSettings(
      ListenSettings listen, List<CatalogSettings> catalogs, AuthMode auth, StateSettings state) {
    this(listen, catalogs, auth, state, LimitSettings.usual(), ReportSettings.DEFAULT);
  }

  /** The same on another port. */
  public ServeSettings withPort(int port) {
    return new ServeSettings(listen.withPort(port), catalogs, auth, state, limits, reports);
  }
}
