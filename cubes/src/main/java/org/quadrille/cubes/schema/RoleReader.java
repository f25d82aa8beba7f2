package org.quadrille.cubes.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads roles. A role with any fault is left out, so that asking for it fails instead of showing
 * more than it should; so is a role that unites it.
 */
final class RoleReader {
  private final CommonReader common;
  private final GrammarCheck grammar;
  private final Set<String> cubes;
  private final Map<String, Role> roles = new LinkedHashMap<>();

  /**
   * @param cubes names of all cubes of the file, also of those that cannot be used
   */
  RoleReader(CommonReader common, GrammarCheck grammar, Set<String> cubes) {
    this.common = common;
    this.grammar = grammar;
    this.cubes = cubes;
  }

  /** Reads the roles and gives those that can be used by their names. */
  Map<String, Role> read(List<XmlElement> elements, Refusals refusals) {
    Set<String> known = new HashSet<>();
    for (XmlElement element : elements) {
      Refusals own = new Refusals();
      grammar.checkAll(element, own);
      Role role = own.isEmpty() ? own.attempt(() -> role(element)) : null;
      String name = String.valueOf(element.get("name"));
      if (!known.add(name)) {
        roles.remove(name);
        own.add("there are two of that name", element.place("name"));
      } else if (role != null) {
        roles.put(name, role);
      }
      refusals.addAll(own, "role '" + name + "' cannot be used: ");
    }
    dropBrokenUnions(known, refusals);
    return roles;
  }

  private Role role(XmlElement element) {
    String name = element.require("name");
    XmlElement union = element.child("Union");
    List<XmlElement> grants = element.children("SchemaGrant");
    if (union != null && !grants.isEmpty()) {
      throw new Refusal("it has a <Union> and a <SchemaGrant>; remove one", union.location());
    }
    return new Role(
        name,
        grants.stream().map(this::schemaGrant).toList(),
        union == null
            ? List.of()
            : union.children("RoleUsage").stream().map(u -> u.require("roleName")).toList(),
        common.annotations(element),
        element.location());
  }

  private Role.SchemaGrant schemaGrant(XmlElement element) {
    return new Role.SchemaGrant(
        access(element), element.children("CubeGrant").stream().map(this::cubeGrant).toList());
  }

  private Role.CubeGrant cubeGrant(XmlElement element) {
    String cube = element.require("cube");
    if (!cubes.contains(cube)) {
      throw new Refusal(
          "there is no cube '" + cube + "'" + new Nearest(cubes).hint(cube), element.place("cube"));
    }
    refuseAllDimensions(element);
    return new Role.CubeGrant(
        cube,
        access(element),
        element.children("DimensionGrant").stream()
            .map(
                d -> {
                  refuseAllDimensions(d);
                  return new Role.DimensionGrant(d.require("dimension"), access(d));
                })
            .toList(),
        element.children("HierarchyGrant").stream().map(RoleReader::hierarchyGrant).toList());
  }

  private static Role.HierarchyGrant hierarchyGrant(XmlElement element) {
    refuseAllDimensions(element);
    Role.Access access = access(element);
    List<XmlElement> members = element.children("MemberGrant");
    boolean details =
        !members.isEmpty() || element.get("topLevel") != null || element.get("bottomLevel") != null;
    if (details && access != Role.Access.CUSTOM) {
      throw new Refusal(
          "the grant on '"
              + element.require("hierarchy")
              + "' has levels or members; that needs access=\"custom\"",
          element.place("access"));
    }
    return new Role.HierarchyGrant(
        element.require("hierarchy"),
        access,
        element.get("topLevel"),
        element.get("bottomLevel"),
        rollupPolicy(element.get("rollupPolicy")),
        members.stream()
            .map(m -> new Role.MemberGrant(m.require("member"), m.require("access").equals("all")))
            .toList());
  }

  private static void refuseAllDimensions(XmlElement grant) {
    if (access(grant) == Role.Access.ALL_DIMENSIONS) {
      throw new Refusal(
          "access=\"all_dimensions\" is for <SchemaGrant>; use all, custom or none",
          grant.place("access"));
    }
  }

  private static Role.Access access(XmlElement grant) {
    return switch (grant.require("access")) {
      case "all" -> Role.Access.ALL;
      case "custom" -> Role.Access.CUSTOM;
      case "all_dimensions" -> Role.Access.ALL_DIMENSIONS;
      default -> Role.Access.NONE;
    };
  }

  private static Role.RollupPolicy rollupPolicy(@Nullable String name) {
    if (name == null || name.equalsIgnoreCase("full")) {
      return Role.RollupPolicy.FULL;
    }
    return name.equalsIgnoreCase("partial") ? Role.RollupPolicy.PARTIAL : Role.RollupPolicy.HIDDEN;
  }

  /** Leaves out unions of unknown or broken roles and unions in a circle, until none is left. */
  private void dropBrokenUnions(Set<String> known, Refusals refusals) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Role role : new ArrayList<>(roles.values())) {
        String reason = brokenUnion(role, known);
        if (reason != null) {
          refusals.add(
              "role '" + role.name() + "' cannot be used: it unites " + reason, role.location());
          roles.remove(role.name());
          changed = true;
        }
      }
    }
  }

  private @Nullable String brokenUnion(Role role, Set<String> known) {
    for (String member : role.union()) {
      if (!roles.containsKey(member)) {
        return known.contains(member)
            ? "role '" + member + "', which cannot be used"
            : "role '" + member + "', which is not there" + new Nearest(known).hint(member);
      }
      if (reaches(member, role.name(), new HashSet<>())) {
        return "itself through role '" + member + "'";
      }
    }
    return null;
  }

  private boolean reaches(String from, String target, Set<String> visited) {
    if (from.equals(target)) {
      return true;
    }
    Role role = roles.get(from);
    if (role == null || !visited.add(from)) {
      return false;
    }
    return role.union().stream().anyMatch(r -> reaches(r, target, visited));
  }
}
