package org.quadrille.cubes.schema;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quadrille.cubes.extension.ExtensionClasses;

/**
 * What a schema may ask for.
 *
 * @param extensions finds the Java classes of formatters and functions, null where none are
 *     allowed; they run with the rights of the server, so only a schema that is trusted like the
 *     program itself should have this
 * @param functions upper-case names that functions of a schema cannot have, since the language has
 *     them
 */
public record ReaderSettings(@Nullable ExtensionClasses extensions, Set<String> functions) {
  /** No code. */
  public static final ReaderSettings DEFAULT = new ReaderSettings(null, Set.of());

  public ReaderSettings {
    functions = Set.copyOf(functions);
  }

  /** With these functions of the language. */
  public static ReaderSettings of(
      @Nullable ExtensionClasses extensions, Collection<String> functions) {
    return new ReaderSettings(
        extensions,
        functions.stream().map(f -> f.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()));
  }
}
