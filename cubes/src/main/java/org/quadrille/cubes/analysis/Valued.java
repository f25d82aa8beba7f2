package org.quadrille.cubes.analysis;

import java.util.Objects;

/**
 * Something with a value, to be ranked.
 *
 * @param key tells it from others, such as a member's unique name
 * @param caption what people call it
 * @param value NaN where there is none
 */
public record Valued(String key, String caption, double value) {
  public Valued {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(caption, "caption");
  }
}
