package org.quadrille.cubes.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The base cubes of a schema as virtual cubes look them up. */
final class BaseCubes {
  private final Map<String, BaseCube> usable = new HashMap<>();
  private final Set<String> faulty = new HashSet<>();
  private final Set<String> disabled = new HashSet<>();
  private final Set<String> virtual = new HashSet<>();

  void addUsable(BaseCube cube) {
    usable.put(cube.cube().name(), cube);
  }

  void addFaulty(String name) {
    faulty.add(name);
  }

  void addDisabled(String name) {
    disabled.add(name);
  }

  void addVirtual(String name) {
    virtual.add(name);
  }

  /** The cube, null where it is not there or cannot be used. */
  @Nullable BaseCube find(String name) {
    return usable.get(name);
  }

  /** The cube; refused with the reason where it cannot be used. */
  BaseCube require(String name, Location place) {
    BaseCube found = usable.get(name);
    if (found != null) {
      return found;
    }
    if (faulty.contains(name)) {
      throw new Refusal("its base cube '" + name + "' cannot be used", place);
    }
    if (disabled.contains(name)) {
      throw new Refusal("its base cube '" + name + "' is switched off (enabled=\"false\")", place);
    }
    if (virtual.contains(name)) {
      throw new Refusal(
          "its base cube '" + name + "' is virtual itself; name the cubes it is made of", place);
    }
    throw new Refusal(
        "there is no cube '" + name + "'" + new Nearest(usable.keySet()).hint(name), place);
  }
}
