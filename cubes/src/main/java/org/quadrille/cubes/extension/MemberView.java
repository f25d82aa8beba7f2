package org.quadrille.cubes.extension;

import java.util.Objects;

/**
 * A member as formatters see it.
 *
 * @param name its name
 * @param uniqueName its name with those above it
 * @param level name of its level
 * @param caption what is shown of it without a formatter
 */
public record MemberView(String name, String uniqueName, String level, String caption) {
  public MemberView {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(uniqueName, "uniqueName");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(caption, "caption");
  }
}
