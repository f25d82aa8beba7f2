package org.quadrille.cubes.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole schema.
 *
 * @param cubes base and virtual cubes that can be used, in the order of the file
 * @param faults cubes (and roles) that cannot, with the reason; a fault with an empty cube name
 *     concerns what stands outside cubes
 * @param roles by name; one that is not here cannot be used, so asking for it must fail
 * @param defaultRole role of connections that name none; it may be missing in {@code roles}, which
 *     must make such connections fail
 * @param namedSets sets that every cube sees
 */
public record Schema(
    String name,
    @Nullable String description,
    @Nullable String measuresCaption,
    List<Cube> cubes,
    List<SchemaFault> faults,
    Map<String, Role> roles,
    @Nullable String defaultRole,
    List<NamedSet> namedSets,
    List<Parameter> parameters,
    List<UserFunction> userFunctions,
    Annotations annotations) {
  public Schema {
    Objects.requireNonNull(name, "name");
    cubes = List.copyOf(cubes);
    faults = List.copyOf(faults);
    roles = Map.copyOf(roles);
    namedSets = List.copyOf(namedSets);
    parameters = List.copyOf(parameters);
    userFunctions = List.copyOf(userFunctions);
    Objects.requireNonNull(annotations, "annotations");
  }

  /**
   * The roles with grants that a role stands for: itself, or those that it unites, also through
   * other unions; each once. The reader has left out unions in a circle or of unusable roles.
   */
  public List<Role> united(Role role) {
    Set<Role> found = new LinkedHashSet<>();
    collect(role, found);
    return List.copyOf(found);
  }

  private void collect(Role role, Set<Role> found) {
    if (role.union().isEmpty()) {
      found.add(role);
    }
    for (String name : role.union()) {
      collect(Objects.requireNonNull(roles.get(name), name), found);
    }
  }
}
