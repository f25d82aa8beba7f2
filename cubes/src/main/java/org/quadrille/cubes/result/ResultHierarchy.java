package org.quadrille.cubes.result;

import java.util.List;
import java.util.Objects;

/**
 * A hierarchy on an axis.
 *
 * @param dimension unique name of the dimension
 * @param properties names of the member properties that were asked for by DIMENSION PROPERTIES
 */
public record ResultHierarchy(
    String name, String uniqueName, String caption, String dimension, List<String> properties) {
  public ResultHierarchy {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(uniqueName, "uniqueName");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(dimension, "dimension");
    properties = List.copyOf(properties);
  }
}
