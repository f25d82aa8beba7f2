package org.quadrille.cubes.extension;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A loaded class.
 *
 * @param className name of the class
 * @param instance the one instance of it
 */
public record Extension<T>(String className, T instance) {
  public Extension {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(instance, "instance");
  }

  /**
   * Calls it.
   *
   * @throws ExtensionException if it fails, with the name of the class
   */
  public <R extends @Nullable Object> R call(Function<T, R> use) {
    try {
      return use.apply(instance);
    } catch (RuntimeException | LinkageError e) {
      throw new ExtensionException("the class " + className + " failed: " + reason(e), e);
    }
  }

  static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
