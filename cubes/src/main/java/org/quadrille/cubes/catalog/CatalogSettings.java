package org.quadrille.cubes.catalog;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.ExtensionClasses;

/**
 * What makes a catalog.
 *
 * @param name its name in XMLA and REST
 * @param schema file with a Mondrian 3 schema; read when first asked for
 * @param jdbcUrl address of the database
 * @param user null for none
 * @param password null for none
 * @param version how it is known that the data changed
 * @param extensions finds the Java classes that the schema names; null where none are allowed
 */
public record CatalogSettings(
    String name,
    Path schema,
    String jdbcUrl,
    @Nullable String user,
    @Nullable String password,
    VersionRule version,
    @Nullable ExtensionClasses extensions) {
  public CatalogSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    Objects.requireNonNull(version, "version");
  }

  /** A catalog without code of its own. */
  public CatalogSettings(
      String name,
      Path schema,
      String jdbcUrl,
      @Nullable String user,
      @Nullable String password,
      VersionRule version) {
    this(name, schema, jdbcUrl, user, password, version, null);
  }
}
