package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param grants its grants; empty for a union
 * @param union names of the roles it unites; empty for a role with grants
 */
public record Role(
    String name,
    List<SchemaGrant> grants,
    List<String> union,
    Annotations annotations,
    Location location) {
  public Role {
    Objects.requireNonNull(name, "name");
    grants = List.copyOf(grants);
    union = List.copyOf(union);
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(location, "location");
  }

  /** What may be seen. */
  public enum Access {
    ALL,
    CUSTOM,
    NONE,
    /** All dimensions, but cubes only as granted. */
    ALL_DIMENSIONS
  }

  /** What a total shows when not all children may be seen. */
  public enum RollupPolicy {
    /** Everything, hidden children too. */
    FULL,
    /** What may be seen. */
    PARTIAL,
    /** Nothing, if any child is hidden. */
    HIDDEN
  }

  /** A grant on the schema. */
  public record SchemaGrant(Access access, List<CubeGrant> cubes) {
    public SchemaGrant {
      cubes = List.copyOf(cubes);
    }
  }

  /** A grant on a cube. */
  public record CubeGrant(
      String cube,
      Access access,
      List<DimensionGrant> dimensions,
      List<HierarchyGrant> hierarchies) {
    public CubeGrant {
      dimensions = List.copyOf(dimensions);
      hierarchies = List.copyOf(hierarchies);
    }
  }

  /** A grant on a dimension; the name is MDX. */
  public record DimensionGrant(String dimension, Access access) {}

  /** A grant on a hierarchy; names are MDX. */
  public record HierarchyGrant(
      String hierarchy,
      Access access,
      @Nullable String topLevel,
      @Nullable String bottomLevel,
      RollupPolicy rollupPolicy,
      List<MemberGrant> members) {
    public HierarchyGrant {
      members = List.copyOf(members);
    }
  }

  /** A grant on a member and what is below it; later grants refine earlier ones. */
  public record MemberGrant(String member, boolean visible) {}
}
