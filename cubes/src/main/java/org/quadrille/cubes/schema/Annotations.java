package org.quadrille.cubes.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values that a schema hangs on an element, in the order of the file. */
public record Annotations(Map<String, String> values) {
  /** No annotations. */
  public static final Annotations NONE = new Annotations(Map.of());

  public Annotations {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of an annotation, null where there is none of that name. */
  public @Nullable String get(String name) {
    return values.get(name);
  }
}
