package org.quadrille.cubes.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole schema.
 *
 * @param cubes base and virtual cubes that can be used, in the order of the file
 * @param faults cubes (and roles) that cannot, with the reason; a fault with an empty cube name
 *     concerns what stands outside cubes
 * @param roles by name
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
}
