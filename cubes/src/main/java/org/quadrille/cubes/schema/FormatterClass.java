package org.quadrille.cubes.schema;

import org.jspecify.annotations.Nullable;

/**
 * Code that a schema asks for: a Java class or a script.
 *
 * @param className null for a script
 * @param language of the script, null for a class
 * @param script null for a class
 */
public record FormatterClass(
    @Nullable String className, @Nullable String language, @Nullable String script) {
  public FormatterClass {
    if ((className == null) == (script == null)) {
      throw new IllegalArgumentException("either a class or a script");
    }
  }
}
