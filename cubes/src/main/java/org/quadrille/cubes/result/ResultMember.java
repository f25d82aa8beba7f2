package org.quadrille.cubes.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member as answers and metadata show it.
 *
 * @param hierarchy unique name of its hierarchy
 * @param level unique name of its level
 * @param depth 0 at the top of its hierarchy (the All member where there is one)
 * @param parent unique name of the parent, null at the top
 * @param childCount how many children it has; for members of large levels an estimate
 * @param calculated whether it is computed by a formula
 * @param properties values of the properties that were asked for, by name as asked
 */
public record ResultMember(
    String name,
    String uniqueName,
    String caption,
    String hierarchy,
    String level,
    int depth,
    @Nullable String parent,
    int childCount,
    boolean calculated,
    Map<String, @Nullable Object> properties) {
  public ResultMember {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(uniqueName, "uniqueName");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(hierarchy, "hierarchy");
    Objects.requireNonNull(level, "level");
    if (!properties.isEmpty()) {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
  }
}
