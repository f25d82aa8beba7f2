package org.quadrille.cubes.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A base cube with what virtual cubes over it have to know.
 *
 * @param shared the shared dimensions that its dimensions are usages of, by the names in the cube
 */
record BaseCube(Cube cube, Map<String, XmlElement> shared) {
  BaseCube {
    shared = Map.copyOf(shared);
  }

  /** Its only measure group. */
  MeasureGroup group() {
    return cube.measureGroups().get(0);
  }

  /** The dimension of that name, null where it has none. */
  @Nullable Dimension dimension(String name) {
    return cube.dimensions().stream().filter(d -> d.name().equals(name)).findFirst().orElse(null);
  }
}
