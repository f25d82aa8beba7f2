package org.quadrille.server.state;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the server keeps its own state.
 *
 * @param folder of the embedded database, which nothing else uses; null for PostgreSQL, or where
 *     the state lives in memory and ends with the server
 * @param jdbc address of a PostgreSQL database; null for the embedded one
 * @param user of the PostgreSQL database; null where the address says it
 * @param demanded whether a server without it must not start; else it goes on in memory and says so
 */
public record StateSettings(
    @Nullable Path folder,
    @Nullable String jdbc,
    @Nullable String user,
    @Nullable String password,
    boolean demanded) {
  private static final String POSTGRESQL = "jdbc:postgresql:";

  public StateSettings {
    if (jdbc != null && !jdbc.startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException(
          "the state can be kept in PostgreSQL only, by an address that begins with "
              + POSTGRESQL
              + ", or embedded, without an address; this one is "
              + jdbc);
    }
    if (jdbc != null && folder != null) {
      throw new IllegalArgumentException("the state has either a folder or a jdbc address");
    }
  }

  /** The embedded database in a folder that was asked for. */
  public static StateSettings embedded(Path folder) {
    return new StateSettings(folder, null, null, null, true);
  }

  /** The embedded database in the usual folder. */
  public static StateSettings usual(Path folder) {
    return new StateSettings(folder, null, null, null, false);
  }

  /** Nothing outlives the server. */
  public static StateSettings memory() {
    return new StateSettings(null, null, null, null, false);
  }
}
