package org.quadrille.web.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.analysis.CubeRoles;
import org.quadrille.cubes.catalog.Catalog;
import org.quadrille.cubes.catalog.Catalogs;
import org.quadrille.cubes.catalog.CubeSummary;
import org.quadrille.cubes.catalog.OtherDataException;
import org.quadrille.cubes.catalog.QueryContext;
import org.quadrille.cubes.catalog.UnknownNameException;

/** Finds the catalog and the cube that a page is about. */
public final class CubeChoice {
  private final Catalogs catalogs;
  private final PageSettings settings;

  /** Chooses among catalogs. */
  public CubeChoice(Catalogs catalogs, PageSettings settings) {
    this.catalogs = Objects.requireNonNull(catalogs, "catalogs");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * The catalog of that name, the default one for null.
   *
   * @throws UnknownNameException if there is none
   */
  public Catalog catalog(@Nullable String name) {
    if (name != null) {
      return catalogs.get(name);
    }
    if (settings.defaultCatalog() != null) {
      return catalogs.get(settings.defaultCatalog());
    }
    return catalogs.all().stream()
        .findFirst()
        .orElseThrow(() -> new UnknownNameException("the server has no catalogs"));
  }

  /** The cubes of a catalog that can be used. */
  public static List<CubeSummary> usable(Catalog catalog, QueryContext context) {
    return catalog.cubes(context).stream()
        .filter(cube -> cube.visible() && cube.fault() == null)
        .toList();
  }

  /**
   * The first usable cube that suits; cubes whose tables are missing are passed over.
   *
   * @throws OtherDataException if none suits and tables of one are missing
   */
  public static Optional<CubeRoles> first(
      Catalog catalog, QueryContext context, Predicate<CubeRoles> suits) {
    OtherDataException missing = null;
    for (CubeSummary cube : usable(catalog, context)) {
      try {
        CubeRoles roles = new CubeRoles(catalog.cube(cube.name(), context));
        if (suits.test(roles)) {
          return Optional.of(roles);
        }
      } catch (OtherDataException e) {
        missing = missing == null ? e : missing;
      }
    }
    if (missing != null) {
      throw missing;
    }
    return Optional.empty();
  }
}
