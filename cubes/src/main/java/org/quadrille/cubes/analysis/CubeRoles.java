package org.quadrille.cubes.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quadrille.cubes.catalog.CubeMetadata;
import org.quadrille.cubes.catalog.CubeMetadata.DimensionInfo;
import org.quadrille.cubes.catalog.CubeMetadata.HierarchyInfo;
import org.quadrille.cubes.catalog.CubeMetadata.LevelInfo;
import org.quadrille.cubes.catalog.CubeMetadata.MeasureInfo;

/**
 * Finds the dimensions and measures of a cube by what they mean to the business. They are told by
 * the annotation {@value #ANNOTATION}; where a cube has no annotations, they are told by their
 * usual names ({@link UsualNames}), time is the dimension of that type, and sales at last the first
 * visible measure that is a sum.
 */
public final class CubeRoles {
  /** The annotation on dimensions and measures. */
  public static final String ANNOTATION = "quadrille.role";

  /** The annotation on a competitor dimension that names the member which is ourselves. */
  public static final String OWN = "quadrille.own";

  /**
   * The annotation on a product dimension that names the property of a level which is true for
   * goods that are used up and bought again.
   */
  public static final String CONSUMABLE = "quadrille.consumable";

  /**
   * The annotation on a dimension that names its member for what nobody knows, such as the customer
   * of an order without one; such a member is never ranked or classed.
   */
  public static final String UNKNOWN = "quadrille.unknown";

  /** The annotation on a customer dimension that names the property with the first order's date. */
  public static final String FIRST_ORDER = "quadrille.first-order";

  /**
   * The annotation on a cube that says where its figures come from; with a full stop and a
   * language, such as {@code quadrille.source.zh}, in that language.
   */
  public static final String SOURCE = "quadrille.source";

  /** The annotation on a promotion dimension that names the property with the first day. */
  public static final String START = "quadrille.start";

  private final CubeMetadata cube;

  /** Looks at a cube. */
  public CubeRoles(CubeMetadata cube) {
    this.cube = Objects.requireNonNull(cube, "cube");
  }

  /** The cube. */
  public CubeMetadata cube() {
    return cube;
  }

  /** The dimension with a role; empty where there is none. */
  public Optional<DimensionInfo> dimension(DimensionRole role) {
    Optional<DimensionInfo> annotated =
        cube.dimensions().stream().filter(d -> is(d.annotations(), role.code())).findFirst();
    if (annotated.isPresent()) {
      return annotated;
    }
    if (role == DimensionRole.TIME) {
      return cube.dimensions().stream().filter(DimensionInfo::time).findFirst();
    }
    return hasRoles() || cube.dimensions().stream().anyMatch(d -> isAnnotated(d.annotations()))
        ? Optional.empty()
        : UsualNames.of(role).stream()
            .flatMap(
                name -> cube.dimensions().stream().filter(d -> d.name().equalsIgnoreCase(name)))
            .filter(DimensionInfo::visible)
            .findFirst();
  }

  /** The dimension that a level belongs to; empty where the cube has no such level. */
  public Optional<DimensionInfo> dimensionOf(String level) {
    return cube.dimensions().stream()
        .filter(
            d ->
                d.hierarchies().stream()
                    .flatMap(h -> h.levels().stream())
                    .anyMatch(l -> l.uniqueName().equals(level)))
        .findFirst();
  }

  /** The name of the member that stands for unknown ones in a level's dimension; empty for none. */
  public String unknownOf(String level) {
    return dimensionOf(level)
        .map(dimension -> dimension.annotations().get(UNKNOWN))
        .map(String::strip)
        .orElse("");
  }

  /**
   * The dimension with a role.
   *
   * @throws MissingRoleException where there is none
   */
  public DimensionInfo needDimension(DimensionRole role) {
    return dimension(role).orElseThrow(() -> MissingRoleException.dimension(cube.name(), role));
  }

  /**
   * The hierarchy to go through a dimension by: for time the first with years and months, or years
   * at least; else the first visible one.
   *
   * @throws MissingRoleException where there is none
   */
  public HierarchyInfo needHierarchy(DimensionRole role) {
    DimensionInfo dimension = needDimension(role);
    if (role != DimensionRole.TIME) {
      return dimension.hierarchies().stream()
          .filter(HierarchyInfo::visible)
          .findFirst()
          .orElseThrow(() -> MissingRoleException.dimension(cube.name(), role));
    }
    List<HierarchyInfo> calendars =
        dimension.hierarchies().stream().filter(h -> level(h, "TIME_YEARS").isPresent()).toList();
    return Stream.concat(
            calendars.stream().filter(h -> level(h, "TIME_MONTHS").isPresent()), calendars.stream())
        .findFirst()
        .orElseThrow(() -> MissingRoleException.dimension(cube.name(), role));
  }

  /** The measure with a role; empty where there is none. */
  public Optional<MeasureInfo> measure(MeasureRole role) {
    Optional<MeasureInfo> annotated =
        cube.measures().stream().filter(m -> is(m.annotations(), role.code())).findFirst();
    if (annotated.isPresent() || hasRoles()) {
      return annotated;
    }
    Optional<MeasureInfo> named =
        UsualNames.of(role).stream()
            .flatMap(name -> cube.measures().stream().filter(m -> m.name().equalsIgnoreCase(name)))
            .filter(MeasureInfo::visible)
            .findFirst();
    if (named.isPresent() || role != MeasureRole.SALES) {
      return named;
    }
    return cube.measures().stream()
        .filter(
            m -> m.visible() && m.aggregator() != null && m.aggregator().equalsIgnoreCase("sum"))
        .findFirst();
  }

  /**
   * The measure with a role.
   *
   * @throws MissingRoleException where there is none
   */
  public MeasureInfo needMeasure(MeasureRole role) {
    return measure(role).orElseThrow(() -> MissingRoleException.measure(cube.name(), role));
  }

  /** The level of a hierarchy by its type such as {@code TIME_MONTHS}. */
  public static Optional<LevelInfo> level(HierarchyInfo hierarchy, String type) {
    return hierarchy.levels().stream().filter(l -> l.type().equalsIgnoreCase(type)).findFirst();
  }

  private boolean hasRoles() {
    return cube.measures().stream().anyMatch(m -> isAnnotated(m.annotations()));
  }

  private static boolean isAnnotated(Map<String, String> annotations) {
    return annotations.containsKey(ANNOTATION);
  }

  private static boolean is(Map<String, String> annotations, String code) {
    String value = annotations.get(ANNOTATION);
    return value != null && value.strip().equalsIgnoreCase(code);
  }
}
