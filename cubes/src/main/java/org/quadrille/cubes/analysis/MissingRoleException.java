package org.quadrille.cubes.analysis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cube does not have the dimension or measure that an analysis needs. */
public final class MissingRoleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable DimensionRole dimension;
  private final @Nullable MeasureRole measure;
  private final String cube;

  private MissingRoleException(
      String message,
      String cube,
      @Nullable DimensionRole dimension,
      @Nullable MeasureRole measure) {
    super(message);
    this.cube = Objects.requireNonNull(cube, "cube");
    this.dimension = dimension;
    this.measure = measure;
  }

  /** For a dimension. */
  public static MissingRoleException dimension(String cube, DimensionRole role) {
    String text = remedy(cube, "dimension", role.code());
    return new MissingRoleException(text, cube, role, null);
  }

  /** For a measure. */
  public static MissingRoleException measure(String cube, MeasureRole role) {
    String text = remedy(cube, "measure", role.code());
    return new MissingRoleException(text, cube, null, role);
  }

  private static String remedy(String cube, String kind, String code) {
    return "cube %s has no %s with the role %s; annotate one with %s = %s in the schema"
        .formatted(cube, kind, code, CubeRoles.ANNOTATION, code);
  }

  /** Name of the cube. */
  public String cube() {
    return cube;
  }

  /** The missing dimension's role, null where a measure is missing. */
  public @Nullable DimensionRole dimension() {
    return dimension;
  }

  /** The missing measure's role, null where a dimension is missing. */
  public @Nullable MeasureRole measure() {
    return measure;
  }
}
