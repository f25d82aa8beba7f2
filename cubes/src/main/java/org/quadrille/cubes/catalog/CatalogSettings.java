package org.quadrille.cubes.catalog;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes a catalog.
 *
 * @param name its name in XMLA and REST
 * @param schema file with a Mondrian 3 schema; read when first asked for
 * @param jdbcUrl address of the database
 * @param user null for none
 * @param password null for none
 * @param version how it is known that the data changed
 */
public record CatalogSettings(
    String name,
    Path schema,
    String jdbcUrl,
    @Nullable String user,
    @Nullable String password,
    VersionRule version) {
  public CatalogSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    Objects.requireNonNull(version, "version");
  }
}
