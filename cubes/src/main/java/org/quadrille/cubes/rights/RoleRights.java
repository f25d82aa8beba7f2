package org.quadrille.cubes.rights;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.model.CalculatedMember;
import org.quadrille.cubes.model.Cube;
import org.quadrille.cubes.model.Dimension;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.model.StoredMember;
import org.quadrille.cubes.schema.Role;
import org.quadrille.cubes.schema.Role.Access;
import org.quadrille.cubes.schema.Role.CubeGrant;
import org.quadrille.cubes.schema.Role.HierarchyGrant;
import org.quadrille.cubes.schema.Role.SchemaGrant;

/**
 * Works out what a role may see of a cube. Members and levels of several roles together are those
 * that any of them may see.
 */
public final class RoleRights {
  private final Cube cube;
  private final GrantNames names;

  /** For that cube, its calculated members included. */
  public RoleRights(Cube cube, GrantNames names) {
    this.cube = cube;
    this.names = names;
  }

  /** Whether any of these roles with grants may see a cube of that name. */
  public static boolean mayUse(List<Role> roles, String cube) {
    return roles.stream().anyMatch(r -> cubeAccess(r, cube) != Access.NONE);
  }

  private static Access cubeAccess(Role role, String cube) {
    CubeGrant grant = cubeGrant(role, cube);
    if (grant != null) {
      return grant.access();
    }
    return schemaAccess(role) == Access.ALL ? Access.ALL : Access.NONE;
  }

  private static Access schemaAccess(Role role) {
    List<SchemaGrant> grants = role.grants();
    return grants.isEmpty() ? Access.NONE : grants.get(grants.size() - 1).access();
  }

  private static @Nullable CubeGrant cubeGrant(Role role, String cube) {
    CubeGrant found = null;
    for (SchemaGrant grant : role.grants()) {
      for (CubeGrant each : grant.cubes()) {
        found = each.cube().equals(cube) ? each : found;
      }
    }
    return found;
  }

  /**
   * What these roles with grants may see together; null where that is nothing.
   *
   * @throws RightsException if a grant names what the cube has not
   */
  public @Nullable CubeRights of(List<Role> roles) {
    Part whole = null;
    for (Role role : roles) {
      Access access = cubeAccess(role, cube.name());
      if (access != Access.NONE) {
        Part part = part(role, access);
        whole = whole == null ? part : whole.or(part);
      }
    }
    return whole == null ? null : whole.rights(cube);
  }

  /** What one role may see. */
  private Part part(Role role, Access access) {
    CubeGrant grant = cubeGrant(role, cube.name());
    Part part = new Part();
    Access schema = schemaAccess(role);
    if (access == Access.ALL || schema == Access.ALL || schema == Access.ALL_DIMENSIONS) {
      cube.hierarchies().forEach(h -> all(part, h));
    }
    if (grant == null) {
      return part;
    }
    for (Role.DimensionGrant each : grant.dimensions()) {
      Dimension dimension = names.dimension(each.dimension());
      for (Hierarchy hierarchy : dimension.hierarchies()) {
        part.remove(hierarchy);
        if (each.access() == Access.ALL) {
          all(part, hierarchy);
        }
      }
    }
    for (HierarchyGrant each : grant.hierarchies()) {
      hierarchy(part, each);
    }
    return part;
  }

  private void all(Part part, Hierarchy hierarchy) {
    if (hierarchy.isMeasures()) {
      part.measures.addAll(cube.measures());
      cube.calculatedMembers().stream()
          .filter(m -> m.hierarchy().isMeasures())
          .forEach(part.measures::add);
    } else {
      part.hierarchies.put(hierarchy, HierarchyRights.all(hierarchy));
    }
  }

  private void hierarchy(Part part, HierarchyGrant grant) {
    Hierarchy hierarchy = names.hierarchy(grant.hierarchy());
    part.remove(hierarchy);
    if (grant.access() == Access.NONE) {
      return;
    }
    if (grant.access() == Access.ALL) {
      all(part, hierarchy);
    } else if (hierarchy.isMeasures()) {
      measures(part, grant);
    } else {
      part.hierarchies.put(hierarchy, custom(hierarchy, grant));
    }
  }

  private void measures(Part part, HierarchyGrant grant) {
    if (grant.members().isEmpty()) {
      all(part, cube.measuresHierarchy());
    }
    for (Role.MemberGrant each : grant.members()) {
      Member member = names.member(each.member());
      if (!member.hierarchy().isMeasures()) {
        throw new RightsException(each.member() + " is no measure");
      }
      if (each.visible()) {
        part.measures.add(member);
      } else {
        part.measures.remove(member);
      }
    }
  }

  private HierarchyRights custom(Hierarchy hierarchy, HierarchyGrant grant) {
    int top = grant.topLevel() == null ? 0 : depth(hierarchy, grant.topLevel());
    int bottom =
        grant.bottomLevel() == null
            ? hierarchy.levels().size() - 1
            : depth(hierarchy, grant.bottomLevel());
    if (top > bottom) {
      throw new RightsException(
          "the top level "
              + grant.topLevel()
              + " stands below the bottom level "
              + grant.bottomLevel());
    }
    if (grant.members().isEmpty()) {
      return HierarchyRights.between(hierarchy, top, bottom, grant.rollupPolicy());
    }
    MemberGrants grants = new MemberGrants(hierarchy.members(), top);
    for (Role.MemberGrant each : grant.members()) {
      Member member = names.member(each.member());
      if (!(member instanceof StoredMember stored) || stored.hierarchy() != hierarchy) {
        throw new RightsException(
            each.member() + " is no stored member of " + hierarchy.uniqueName());
      }
      grants.grant(stored.row(), each.visible());
    }
    return HierarchyRights.some(hierarchy, top, bottom, grant.rollupPolicy(), grants);
  }

  private int depth(Hierarchy hierarchy, String name) {
    Level level = names.level(name);
    if (level.hierarchy() != hierarchy) {
      throw new RightsException(name + " is no level of " + hierarchy.uniqueName());
    }
    return level.depth();
  }

  /** What one or several roles may see. */
  private static final class Part {
    private final Map<Hierarchy, HierarchyRights> hierarchies = new IdentityHashMap<>();
    private final Set<Member> measures = new LinkedHashSet<>();

    void remove(Hierarchy hierarchy) {
      if (hierarchy.isMeasures()) {
        measures.clear();
      } else {
        hierarchies.remove(hierarchy);
      }
    }

    Part or(Part other) {
      Part both = new Part();
      both.hierarchies.putAll(hierarchies);
      other.hierarchies.forEach((h, r) -> both.hierarchies.merge(h, r, HierarchyRights::or));
      both.measures.addAll(measures);
      both.measures.addAll(other.measures);
      return both;
    }

    CubeRights rights(Cube cube) {
      Set<Member> hidden = new HashSet<>(cube.measures());
      CubeRights visible = new CubeRights(hierarchies, Set.of());
      for (CalculatedMember member : cube.calculatedMembers()) {
        Member parent = member.parent();
        if (member.hierarchy().isMeasures()
            || !visible.isVisible(member.hierarchy())
            || (parent != null && !visible.isVisible(parent))) {
          hidden.add(member);
        }
      }
      hidden.removeAll(measures);
      boolean all =
          hidden.isEmpty()
              && cube.hierarchies().stream().allMatch(visible::isComplete)
              && cube.hierarchies().stream().allMatch(visible::isVisible);
      return all ? CubeRights.ALL : new CubeRights(hierarchies, hidden);
    }
  }
}
